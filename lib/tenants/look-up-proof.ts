import "server-only";
import { Resolver } from "node:dns/promises";
import { config } from "@/lib/core/config/load";
import { proofName, provesHost } from "@/lib/tenants/rules/host";

export type HostCheck = "proved" | "no_record" | "other_value" | "unreachable";

const missing = new Set(["ENOTFOUND", "ENODATA"]);

/** Asks the name system whether a host's record says `expected`. An outside call: between transactions, in a step. */
export async function lookUpProof(host: string, expected: string): Promise<HostCheck> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const { DNS_SERVERS } = config();
  if (DNS_SERVERS.length > 0) resolver.setServers(DNS_SERVERS);

  try {
    const records = await resolver.resolveTxt(proofName(host));
    return provesHost(records, expected) ? "proved" : "other_value";
  } catch (error) {
    return missing.has((error as NodeJS.ErrnoException).code ?? "") ? "no_record" : "unreachable";
  }
}
