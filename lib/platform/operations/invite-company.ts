import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "@/lib/core/db/sql";
import { absoluteUrl } from "@/lib/core/http/hosts";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { assertPlatform } from "@/lib/platform/companies";
import { PlatformHostTaken } from "@/lib/platform/errors";
import { companyLinkIssued } from "@/lib/platform/events";
import { exampleLink } from "@/lib/platform/examples";
import { settleHosts } from "@/lib/platform/hosts";
import { InviteCompanyInput, NewCompanyLinkView } from "@/lib/platform/schema";
import { hashSetupToken, linkHours } from "@/lib/tenants/setup-link";

export const inviteCompany = operation({
  name: "platform.company.invite",
  summary: "Make the link that opens a company",
  description:
    "Its owner follows it, once and within 24 hours, and fills in owner and company. A newer one for the same host closes it.",
  audience: ["staff"],
  input: InviteCompanyInput,
  output: NewCompanyLinkView,
  http: { method: "POST", path: "/platform/company-links", status: 201 },
  example: {
    input: { host: exampleLink.host, note: exampleLink.note },
    output: { link: exampleLink, url: `https://panel.example.com/setup/${"A".repeat(43)}` },
  },
  refusals: ["platform.not_here", "platform.host_taken", "platform.company_without_host"],
  needsFreshSignIn: true,
  async run(context, { host, note }) {
    const { query, actor, now } = context;
    await assertPlatform(context);
    await settleHosts(context);

    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + linkHours * 3_600_000);
    const link = { id: newId(), host, note, createdBy: actor.name, createdAt: now, expiresAt };
    const [made] = await query<{ done: boolean }>(sql`
      select platform_add_link(${link.id}::uuid, ${hashSetupToken(token)}, ${host}, ${note}, ${actor.name}, ${now}, ${expiresAt})
        as done`);
    if (made?.done !== true) throw new PlatformHostTaken();

    context.audit(null, link, "companyLink");
    context.emit(companyLinkIssued({ linkId: link.id, host }));
    return { link, url: absoluteUrl(`/setup/${token}`) };
  },
});
