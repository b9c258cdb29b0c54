import "server-only";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import { createUser } from "@/lib/auth/users";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { SetupLinkNotOpen } from "@/lib/onboarding/errors";
import { SetUpInput, SetUpView } from "@/lib/onboarding/schema";
import type { OpenLink } from "@/lib/onboarding/setup-state";
import { claimHost } from "@/lib/tenants/claim-host";
import { createTenant } from "@/lib/tenants/create-tenant";
import { HostTaken } from "@/lib/tenants/errors";
import { exampleTenant } from "@/lib/tenants/examples";
import { hashSetupToken } from "@/lib/tenants/setup-link";

/**
 * Brings company, owner and books into being, in one transaction with the use of the link: of several who hold the link one
 * succeeds, and a refusal leaves the link open. Run it as `visitor(newId())`: the transaction runs for the id that the company
 * will have. The link says what comes into being: the first company, a further one on the host that it names, or the platform.
 */
export const setUp = operation({
  name: "onboarding.installation.setUp",
  summary: "Set the installation up",
  audience: ["visitor"],
  createsTenant: true,
  input: SetUpInput,
  output: SetUpView,
  example: {
    input: {
      token: "A".repeat(43),
      owner: { name: "Grace Hopper", email: "grace@example.com", password: "correct horse battery staple" },
      company: {
        name: exampleTenant.name,
        legalName: exampleTenant.legalName,
        country: "DE",
        currency: "EUR",
        language: "en",
        timeZone: "Europe/Berlin",
        taxNumber: exampleTenant.taxNumber,
      },
    },
    output: { tenantId: exampleTenant.id, ownerId: "01932f3a-7c00-7000-8000-000000000101", host: null },
  },
  refusals: ["onboarding.setup_link_not_open", "tenants.host_taken"],
  async run(context, { token, owner, company }) {
    const { kind, host } = await takeUpLink(context, token);
    const words = [owner.name, owner.email, company.name, company.legalName];
    await assertGoodPassword(owner.password, words, "owner.password");
    const tenant = await createTenant(context, company, kind);
    if (host !== null && !(await claimHost(context, host))) throw new HostTaken();
    const user = await createUser(context, { ...owner, role: "owner", language: company.language });
    if (kind === "COMPANY") await openChartOfAccounts(context);
    return { tenantId: tenant.id, ownerId: user.id, host };
  },
});

/** First, since it locks the link's row: whoever comes second waits here and is then refused. */
async function takeUpLink({ query, now }: CommandContext, token: string): Promise<OpenLink> {
  const [link] = await query<OpenLink>(sql`
    select kind, host from use_setup_link(${hashSetupToken(token)}, ${now})`);
  if (link === undefined) throw new SetupLinkNotOpen();
  return link;
}
