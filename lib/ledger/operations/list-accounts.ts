import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleAccount } from "@/lib/ledger/examples";
import { type AccountRow, accountColumns } from "@/lib/ledger/queries";
import { accountTypes } from "@/lib/ledger/rules/account-type";
import { AccountView } from "@/lib/ledger/schema";

const definition = {
  from: sql`ledger_accounts`,
  columns: accountColumns,
  sorts: { code: { column: "code", type: "text" } },
  defaultSort: "code",
  filters: { type: z.enum(accountTypes).optional() },
} as const;

export const listAccounts = query({
  name: "ledger.account.list",
  summary: "List the chart of accounts",
  audience: ["staff"],
  input: listInput(definition),
  output: pageOf(AccountView),
  http: { method: "GET", path: "/ledger/accounts" },
  example: { input: { type: "ASSET" }, output: { items: [exampleAccount], nextCursor: null } },
  run: (context, { type, ...request }) =>
    readPage<AccountRow>(context, definition, request, [type && sql`type = ${type}::account_type`]),
});
