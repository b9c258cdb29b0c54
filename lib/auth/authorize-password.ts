import "server-only";
import { SignInRefused } from "@/lib/auth/errors";
import { signIn } from "@/lib/auth/operations/sign-in";
import { withPasswordPlace } from "@/lib/auth/password";
import { clientAddress } from "@/lib/core/http/client-address";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { tenantForHost } from "@/lib/tenants/tenant-for-host";

/**
 * Checks address and password on behalf of next-auth and starts a session at the tenant of the request's host.
 * Throws a Refusal, which next-auth wraps into its own error as `cause.err`.
 */
export async function authorizePassword(credentials: Record<string, unknown>, headers: Headers) {
  const tenantId = await tenantForHost(headers.get("host") ?? "");
  if (tenantId === undefined) throw new SignInRefused();

  const input = {
    email: String(credentials.email ?? ""),
    password: String(credentials.password ?? ""),
    userAgent: oneLine(headers.get("user-agent")),
    address: clientAddress(headers) ?? null,
  };
  const call = { actor: visitor(tenantId), address: input.address ?? undefined };
  const session = await withPasswordPlace(() => run(signIn, input, call));
  return { id: session.userId, name: session.name, tenantId, sessionId: session.sessionId };
}

/** A header as the session list shows it: without control characters, cut. */
function oneLine(header: string | null): string | null {
  return (
    header
      ?.replace(/[\p{Cc}\u2028\u2029]/gu, " ")
      .slice(0, 400)
      .trim() || null
  );
}
