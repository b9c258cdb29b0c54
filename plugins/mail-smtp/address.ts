import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Outcome, Surroundings } from "@/lib/mail/contract";

/**
 * The address to connect to: the name is resolved once, all its addresses must be permitted, and the connection goes to the very
 * address that was looked at, so a name that answers differently the next time leads nowhere else.
 */
export async function permittedAddress(host: string, { permits }: Surroundings): Promise<string | Outcome> {
  const name = host.replace(/^\[|\]$/g, "");
  const found = isIP(name) ? [{ address: name }] : await lookup(name, { all: true }).catch(() => []);
  const [first] = found;
  if (first === undefined) return { kind: "later", reason: "unavailable", detail: "The name was not found." };
  if (!found.every(({ address }) => permits(address))) {
    const detail = "The mail server is not at a public address.";
    return { kind: "later", reason: "misconfigured", detail };
  }
  return first.address;
}
