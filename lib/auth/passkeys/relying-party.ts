import "server-only";
import { PasskeyRefused } from "@/lib/auth/errors";
import { isKnownHost } from "@/lib/core/http/hosts";

/** The site that a passkey belongs to: its origin, and its host name without the port. */
export type RelyingParty = { readonly origin: string; readonly id: string };

/** Throws PasskeyRefused for an origin that is not of this installation. */
export async function relyingParty(origin: string): Promise<RelyingParty> {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || url.origin !== origin || !(await isKnownHost(url.host)))
    throw new PasskeyRefused();
  return { origin, id: url.hostname };
}
