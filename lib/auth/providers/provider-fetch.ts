import "server-only";
import { config } from "@/lib/core/config/load";
import { isPublicAddress } from "@/lib/core/http/public-address";
import { safeFetch } from "@/lib/core/http/safe-fetch";

const wellKnown = "/.well-known/openid-configuration";

/**
 * `fetch` for conversations with providers, whose addresses staff typed: only public addresses are called, pinned after the look-up,
 * with a deadline and a limit (F-29). Loopback is allowed where the configuration says so, for development and tests.
 */
export async function providerFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  const method = init.method === "POST" ? "POST" : "GET";
  const body = typeof init.body === "string" ? init.body : init.body?.toString();
  const headers = Object.fromEntries(new Headers(init.headers));
  if (body !== undefined && headers["content-type"] === undefined) {
    headers["content-type"] = "application/x-www-form-urlencoded;charset=UTF-8";
  }

  const answer = await safeFetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }) },
    ...(body !== undefined && { body }),
    permits,
  });
  const type = answer.headers["content-type"] ?? "application/octet-stream";
  const text = url.endsWith(wellKnown)
    ? withPkce(answer.body.toString("utf8"))
    : answer.body.toString("utf8");
  return new Response(answer.status === 204 ? null : text, {
    status: answer.status,
    headers: { "content-type": type },
  });
}

function permits(address: string): boolean {
  return isPublicAddress(address) || (config().SIGN_IN_PROVIDERS_ON_LOOPBACK && isLoopback(address));
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

/**
 * PKCE is always sent. Some providers that support it do not say so, and the others must ignore what they do not know (RFC 6749,
 * 3.1); left to what they announce, next-auth would drop the state too.
 */
function withPkce(text: string): string {
  try {
    const found = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...found, code_challenge_methods_supported: ["S256"] });
  } catch {
    return text;
  }
}
