import "server-only";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { accountCreated } from "@/lib/ledger/events";
import { type AccountRow, accountColumns } from "@/lib/ledger/queries";
import { chartAccounts } from "@/lib/ledger/rules/chart";

/**
 * Opens the books of a company: the accounts of the chart that it does not have yet, each audited and announced, within the
 * operation that calls it. Harmless to repeat. Returns the accounts that it made.
 */
export async function openChartOfAccounts(context: CommandContext): Promise<AccountRow[]> {
  const { tenantId, now } = context;
  const opened = await context.query<AccountRow>(sql`
    insert into ledger_accounts (id, tenant_id, code, name, type, created_at, updated_at)
    select a.id, ${tenantId}::uuid, a.code, a.name, a.type, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${chartAccounts.map(() => newId())}::uuid[], ${chartAccounts.map(({ code }) => code)}::text[],
      ${chartAccounts.map(({ name }) => name)}::text[], ${chartAccounts.map(({ type }) => type)}::account_type[])
      as a (id, code, name, type)
    on conflict (tenant_id, code) do nothing
    returning ${accountColumns}`);

  for (const account of opened) {
    context.audit(null, account, "account");
    context.emit(accountCreated({ accountId: account.id }));
  }
  return opened;
}
