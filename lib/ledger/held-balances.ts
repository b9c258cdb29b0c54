import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import type { QueryContext } from "@/lib/core/operation/operation";

export type HeldBalance = {
  accountCode: string;
  accountName: string;
  currency: CurrencyCode;
  netMinor: string;
};

/** What a client owes and is owed: accounts of the balance sheet. Income stays where it was earned. */
export function heldBalances({ query, tenantId }: QueryContext, clientId: string): Promise<HeldBalance[]> {
  return query<HeldBalance>(sql`
    select a.code as "accountCode", a.name as "accountName", b.currency, sum(b.debit_minor - b.credit_minor)::text as "netMinor"
    from ledger_balances b join ledger_accounts a on a.tenant_id = b.tenant_id and a.id = b.account_id
    where b.tenant_id = ${tenantId}::uuid and b.client_id = ${clientId}::uuid and a.type::text in ('ASSET', 'LIABILITY')
    group by a.code, a.name, b.currency having sum(b.debit_minor - b.credit_minor) <> 0 order by b.currency, a.code`);
}
