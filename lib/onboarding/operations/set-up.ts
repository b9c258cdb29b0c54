import "server-only";
import { createUser } from "@/lib/auth/users";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { SetupLinkNotOpen } from "@/lib/onboarding/errors";
import { SetUpInput, SetUpView } from "@/lib/onboarding/schema";
import { createTenant } from "@/lib/tenants/create-tenant";
import { exampleTenant } from "@/lib/tenants/examples";
import { hashSetupToken } from "@/lib/tenants/setup-link";

/**
 * Brings company, owner and books into being, in one transaction with the use of the link: of several who hold the link one
 * succeeds, and a refusal leaves the link open. Run it as `visitor(newId())`: the transaction runs for the id that the company
 * will have.
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
    output: { tenantId: exampleTenant.id, ownerId: "01932f3a-7c00-7000-8000-000000000101" },
  },
  refusals: ["onboarding.setup_link_not_open"],
  async run(context, { token, owner, company }) {
    await takeUpLink(context, token);
    const tenant = await createTenant(context, company);
    const user = await createUser(context, { ...owner, role: "owner", language: company.language });
    await openChartOfAccounts(context);
    return { tenantId: tenant.id, ownerId: user.id };
  },
});

/** First, since it locks the link's row: whoever comes second waits here and is then refused. */
async function takeUpLink({ query, now }: CommandContext, token: string): Promise<void> {
  const [link] = await query<{ is_used: boolean; is_empty: boolean }>(sql`
    select use_setup_link(${hashSetupToken(token)}, ${now}) as is_used, is_installation_empty() as is_empty`);
  if (link?.is_used !== true || !link.is_empty) throw new SetupLinkNotOpen();
}
