import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { hostProved } from "@/lib/tenants/events";
import { exampleHost } from "@/lib/tenants/examples";
import { auditedHost, type HostRow, hostColumns, lockHost, toHostView } from "@/lib/tenants/hosts";
import { HostView, hostSchema } from "@/lib/tenants/schema";

/** Keeps what a look-up found. Only automation may say so; no door leads here. */
export const recordHostCheck = operation({
  name: "tenants.host.recordCheck",
  summary: "Keep the outcome of a look-up",
  audience: ["system"],
  input: z.strictObject({
    host: hostSchema,
    outcome: z.enum(["proved", "no_record", "other_value", "unreachable"]),
  }),
  output: HostView,
  example: { input: { host: exampleHost.host, outcome: "proved" }, output: exampleHost },
  refusals: ["tenants.host_not_found"],
  async run(context, { host, outcome }) {
    const before = await lockHost(context, host);
    if (before.verifiedAt !== null) return toHostView(context, before);

    const { query, tenantId, now, audit, emit } = context;
    // Of two companies that hold the same proof at once, which cannot be, the index admits one.
    const isOthers = outcome === "proved" && (await isProvedElsewhere());
    const problem = isOthers ? "taken" : outcome;
    const [after] = await query<HostRow>(sql`
      update tenant_domains set last_checked_at = ${now},
        verified_at = case when ${problem} = 'proved' then ${now}::timestamptz end,
        last_problem = nullif(${problem}, 'proved')
      where tenant_id = ${tenantId}::uuid and host = ${host} returning ${hostColumns}`);
    if (after === undefined) return toHostView(context, before);

    audit(auditedHost(before), auditedHost(after));
    if (after.verifiedAt !== null) emit(hostProved({ host }));
    return toHostView(context, after);

    async function isProvedElsewhere(): Promise<boolean> {
      const [found] = await query<{ owner: string | null }>(sql`select proved_host_owner(${host}) as owner`);
      return found?.owner != null && found.owner !== tenantId;
    }
  },
});
