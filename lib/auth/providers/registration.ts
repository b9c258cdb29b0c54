import "server-only";
import { openChallenge } from "@/lib/auth/challenges";
import type { ProviderRow } from "@/lib/auth/providers/rows";
import { registrationByProvider, registrationIsOpen } from "@/lib/auth/settings";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";
import { isPlatform } from "@/lib/tenants/is-platform";

type Named = { subject: string; email: string | null; isEmailVerified: boolean };

/** Whether visitors may open an account with a provider's word instead of a password. */
export async function mayRegisterByProvider(
  context: Pick<QueryContext, "query" | "tenantId">,
  { forClients }: Pick<ProviderRow, "forClients">,
): Promise<boolean> {
  const { isOpen, byProvider } = await readSettings(context, {
    isOpen: registrationIsOpen,
    byProvider: registrationByProvider,
  });
  return isOpen && byProvider && forClients && !(await isPlatform(context.tenantId));
}

/**
 * Lets somebody whom a provider has just named go on to open an account: where the company wants that, the provider vouches for the
 * address, and nobody has an account with it. Undefined otherwise.
 */
export async function offerRegistration(context: CommandContext, provider: ProviderRow, named: Named) {
  const email = named.email?.trim().toLowerCase();
  if (email === undefined || !named.isEmailVerified) return undefined;
  if (!(await mayRegisterByProvider(context, provider))) return undefined;

  const known = await context.query(sql`
    select 1 from users where tenant_id = ${context.tenantId}::uuid and email = ${email} and status <> 'PENDING'`);
  if (known.length > 0) return undefined;
  return openChallenge(context, {
    purpose: "provider_registration",
    data: { providerId: provider.id, subject: named.subject, email },
    minutes: 30,
  });
}
