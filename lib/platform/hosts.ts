import "server-only";
import { sql } from "@/lib/core/db/sql";
import { absoluteUrl } from "@/lib/core/http/hosts";
import type { CommandContext } from "@/lib/core/operation/operation";
import { CompanyWithoutHost } from "@/lib/platform/errors";
import { changeInCompany } from "@/lib/platform/in-company";
import { claimHost } from "@/lib/tenants/claim-host";

/**
 * A company that was alone answers on any host; beside a second one it would not be found any more. So it gets the installation's own
 * host first, under its own audit chain. Throws CompanyWithoutHost when that host is somebody else's.
 */
export async function settleHosts(context: CommandContext): Promise<void> {
  const [company, another] = await companiesWithoutHost(context);
  if (company === undefined) return;
  if (another !== undefined) throw new CompanyWithoutHost(another.name);

  const host = new URL(absoluteUrl("/")).hostname;
  const scope = { companyId: company.id, operation: "platform.company.invite" };
  const isClaimed = await changeInCompany(context, scope, (inside) => claimHost(inside, host));
  // Somebody else has the host, or another link was made in this very moment and has given it to the company.
  if (!isClaimed && (await companiesWithoutHost(context)).length > 0)
    throw new CompanyWithoutHost(company.name);
}

function companiesWithoutHost({ query }: CommandContext): Promise<{ id: string; name: string }[]> {
  return query(
    sql`select id, name from platform_companies() where cardinality(hosts) = 0 order by created_at limit 2`,
  );
}
