import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { config as configuration } from "@/lib/core/config/load";
import { isKnownHost, isSecure } from "@/lib/core/http/hosts";
import { pageHeaders } from "@/lib/core/http/security-headers";
import { suspendedPage } from "@/lib/i18n/suspended-page";
import { isHostSuspended } from "@/lib/tenants/suspension";

/**
 * Decorates pages: a Content-Security-Policy with a nonce of this request, a refusal for hosts that are not ours, and a page that says
 * so where a company is suspended. It guards nothing: pages, actions and routes check host, actor and permission themselves and hold
 * without it (S-41).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!(await isOurs(request.headers.get("host")))) {
    return new NextResponse("This installation does not answer on that host.\n", {
      status: 421,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }

  const nonce = randomBytes(18).toString("base64");
  const isDevelopment = configuration().NODE_ENV === "development";
  const given = pageHeaders({ nonce, isSecure: isSecure(), isDevelopment });

  // Next reads the nonce for its own scripts from the request's policy; the layout reads it from x-nonce.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // The way back for whoever is sent to sign in; nothing is decided by it.
  headers.set("x-panel1-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", given["Content-Security-Policy"] ?? "");
  const response = await answerTo(request, headers, nonce);
  for (const [name, value] of Object.entries(given)) response.headers.set(name, value);
  return response;
}

/** Without a database, pages still answer on the configured hosts, and say what is wrong. */
async function isOurs(host: string | null): Promise<boolean> {
  return isKnownHost(host).catch(() => false);
}

/** Forms are refused by what they ask for, and say so where they stand. */
async function isSuspended({ method, headers }: NextRequest): Promise<boolean> {
  if (method !== "GET" && method !== "HEAD") return false;
  return isHostSuspended(headers.get("host") ?? "").catch(() => false);
}

async function answerTo(request: NextRequest, headers: Headers, nonce: string): Promise<NextResponse> {
  if (!(await isSuspended(request))) return NextResponse.next({ request: { headers } });
  return new NextResponse(await suspendedPage(request.headers, nonce), {
    status: 403,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}

export const config = {
  // What is handed out as a file has a policy of its own, stricter than that of a page.
  matcher: ["/((?!api/|files/|brand/|_next/static/|_next/image|favicon\\.ico$|icon\\.svg$).*)"],
};
