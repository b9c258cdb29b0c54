import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { calendarDateSchema } from "@/lib/core/time/schema";
import { type BalanceRow, balanceColumns, balances, toBalance } from "@/lib/ledger/balances";
import { exampleBalance } from "@/lib/ledger/examples";
import { accountCodeSchema, BalanceView } from "@/lib/ledger/schema";

const definition = {
  from: sql`ledger_balances`,
  columns: balanceColumns,
  sorts: { account: { column: "code", type: "text" } },
  defaultSort: "account",
  filters: {
    per: z
      .enum(["account", "client"])
      .default("account")
      .meta({ description: "One sum per account and currency, or one per client too." }),
    accountCode: accountCodeSchema.optional(),
    clientId: idSchema.optional(),
    currency: currencySchema.optional(),
    upTo: calendarDateSchema
      .optional()
      .meta({ description: "Last day that counts; all days when left out." }),
  },
} as const;

export const listBalances = query({
  name: "ledger.balance.list",
  summary: "List balances",
  description:
    "Sums of all postings by account, client and currency: the trial balance, what clients owe, their credit.",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(BalanceView),
  http: { method: "GET", path: "/ledger/balances" },
  example: {
    input: { accountCode: "1000", upTo: "2026-04-30" },
    output: { items: [exampleBalance], nextCursor: null },
  },
  refusals: ["ledger.balance_too_large"],
  async run(context, { per, accountCode, clientId, currency, upTo, ...request }) {
    const from = balances(context.tenantId, { per, accountCode, clientId, currency, upTo });
    const { items, nextCursor } = await readPage<BalanceRow>(context, { ...definition, from }, request, []);
    return { items: items.map(toBalance), nextCursor };
  },
});
