import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { assertPlatform } from "@/lib/platform/companies";
import { CompanyLinkNotFound } from "@/lib/platform/errors";
import { companyLinkRevoked } from "@/lib/platform/events";
import { exampleLink } from "@/lib/platform/examples";
import { CompanyLinkReference } from "@/lib/platform/schema";

export const revokeCompanyLink = operation({
  name: "platform.companyLink.revoke",
  summary: "Close a link that opens a company",
  audience: ["staff"],
  input: CompanyLinkReference,
  output: z.object({ host: z.string() }),
  http: { method: "POST", path: "/platform/company-links/{linkId}/revoke" },
  example: { input: { linkId: exampleLink.id }, output: { host: exampleLink.host } },
  refusals: ["platform.not_here", "platform.link_not_found"],
  async run(context, { linkId }) {
    await assertPlatform(context);
    const [revoked] = await context.query<{ host: string | null }>(
      sql`select platform_revoke_link(${linkId}::uuid, ${context.now}) as host`,
    );
    if (!revoked?.host) throw new CompanyLinkNotFound();

    const { host } = revoked;
    context.audit({ id: linkId, host }, null);
    context.emit(companyLinkRevoked({ linkId, host }));
    return { host };
  },
});
