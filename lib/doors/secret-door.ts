import "server-only";
import { clientAddress } from "@/lib/core/http/client-address";
import { lookAtQuota, quotaHeaders, takeFromQuota } from "@/lib/core/http/rate-limits";

/** What a door answers to whoever brings no secret, or a wrong one. */
const failures = [401, 403, 404];

/**
 * A route that opens by a secret alone: a signature, a token, a link. Failures count against the address that they come from like a
 * stranger's requests; when too many have failed, nothing is tried any more until the minute is over (S-24). Who brings the right
 * secret is never counted.
 */
export async function secretDoor(
  request: { readonly headers: Headers },
  open: () => Promise<Response>,
): Promise<Response> {
  const address = clientAddress(request.headers) ?? "unknown";
  const quota = await lookAtQuota("address", address);
  if (quota.isExceeded) {
    const headers = { "Retry-After": String(quota.resetSeconds), "Cache-Control": "no-store" };
    return new Response(null, { status: 429, headers: { ...quotaHeaders(quota), ...headers } });
  }

  const answer = await open();
  if (failures.includes(answer.status)) await takeFromQuota("address", address);
  return answer;
}
