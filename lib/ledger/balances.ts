import "server-only";
import { join, Sql, sql } from "@/lib/core/db/sql";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type Money, money } from "@/lib/core/money/money";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { BalanceTooLarge } from "@/lib/ledger/errors";
import { type AccountType, balanceOnNormalSide } from "@/lib/ledger/rules/account-type";

export type BalanceFilter = {
  readonly per: "account" | "client";
  readonly accountCode?: string | undefined;
  readonly clientId?: string | undefined;
  readonly currency?: CurrencyCode | undefined;
  /** The last day that counts. */
  readonly upTo?: CalendarDate | undefined;
};

export type BalanceRow = {
  id: string;
  accountId: string;
  accountCode: string;
  accountName: string;
  accountType: AccountType;
  clientId: string | null;
  currency: CurrencyCode;
  /** Sums of bigint are numeric in SQL, and come as text. */
  debitMinor: string;
  creditMinor: string;
};

export type Balance = Omit<BalanceRow, "id" | "debitMinor" | "creditMinor"> & {
  debit: Money;
  credit: Money;
  net: Money;
  balance: Money;
};

export const balanceColumns = sql`id, account_id as "accountId", code as "accountCode", name as "accountName",
  type as "accountType", client_id as "clientId", currency, debit_minor as "debitMinor", credit_minor as "creditMinor"`;

/** A relation with one row per account, currency and, if asked for, client, summed from the rollup of movements by day. */
export function balances(
  tenantId: string,
  { per, accountCode, clientId, currency, upTo }: BalanceFilter,
): Sql {
  const conditions = [
    sql`b.tenant_id = ${tenantId}::uuid`,
    accountCode && sql`a.code = ${accountCode}`,
    clientId && sql`b.client_id = ${clientId}::uuid`,
    currency && sql`b.currency = ${currency}`,
    upTo && sql`b.day <= ${upTo}::date`,
  ].filter((condition) => condition instanceof Sql);
  const client = per === "client" ? sql`b.client_id` : sql`${clientId ?? null}::uuid`;

  // The id only tells rows of one account apart in the cursor of the list.
  return sql`(
    select md5(concat_ws('/', account_id, currency, client_id))::uuid as id, sums.*
    from (
      select b.tenant_id, b.account_id, a.code, a.name, a.type, ${client} as client_id, b.currency,
        sum(b.debit_minor) as debit_minor, sum(b.credit_minor) as credit_minor
      from ledger_balances b join ledger_accounts a on a.tenant_id = b.tenant_id and a.id = b.account_id
      where ${join(conditions, " and ")}
      group by 1, 2, 3, 4, 5, 6, 7
    ) sums
  ) balances`;
}

/** Throws BalanceTooLarge when a sum lies beyond what JSON carries exactly. */
export function toBalance({ id: _, debitMinor, creditMinor, ...row }: BalanceRow): Balance {
  const [debit, credit] = [BigInt(debitMinor), BigInt(creditMinor)];
  const largest = BigInt(Number.MAX_SAFE_INTEGER);
  if (debit > largest || credit > largest) throw new BalanceTooLarge(row.currency);

  return {
    ...row,
    debit: money(debit, row.currency),
    credit: money(credit, row.currency),
    net: money(debit - credit, row.currency),
    balance: money(balanceOnNormalSide(row.accountType, debit, credit), row.currency),
  };
}
