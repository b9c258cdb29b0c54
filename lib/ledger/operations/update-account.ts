import "server-only";
import { operation } from "@/lib/core/operation/operation";
import { accountUpdated } from "@/lib/ledger/events";
import { exampleAccount } from "@/lib/ledger/examples";
import { type AccountRow, lockAccount } from "@/lib/ledger/queries";
import { AccountView, UpdateAccountInput } from "@/lib/ledger/schema";

export const updateAccount = operation({
  name: "ledger.account.update",
  summary: "Rename an account",
  description: "Code and type stay as they are: they say what the postings to the account mean.",
  audience: ["staff"],
  input: UpdateAccountInput,
  output: AccountView,
  http: { method: "PATCH", path: "/ledger/accounts/{accountId}" },
  example: {
    input: { accountId: exampleAccount.id, version: 1, name: "Savings bank" },
    output: { ...exampleAccount, name: "Savings bank", version: 2 },
  },
  refusals: ["ledger.account_not_found", "core.stale_version"],
  async run(context, { accountId, version, name }) {
    const { db, now, audit, emit } = context;
    const before = await lockAccount(context, { accountId, version });

    const data = { name, version: version + 1, updatedAt: now };
    const after = (await db.ledgerAccount.update({ where: { id: accountId }, data })) as AccountRow;

    audit(before, after);
    emit(accountUpdated({ accountId }));
    return after;
  },
});
