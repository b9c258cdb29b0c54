import "server-only";
import { isUniqueViolation } from "@/lib/core/db/failures";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { AccountCodeTaken } from "@/lib/ledger/errors";
import { accountCreated } from "@/lib/ledger/events";
import { exampleAccount } from "@/lib/ledger/examples";
import type { AccountRow } from "@/lib/ledger/queries";
import { AccountView, CreateAccountInput } from "@/lib/ledger/schema";

export const createAccount = operation({
  name: "ledger.account.create",
  summary: "Add an account to the chart",
  audience: ["staff"],
  input: CreateAccountInput,
  output: AccountView,
  http: { method: "POST", path: "/ledger/accounts", status: 201 },
  example: {
    input: { code: "1001", name: "Second bank", type: "ASSET" },
    output: { ...exampleAccount, code: "1001", name: "Second bank" },
  },
  refusals: ["ledger.account_code_taken"],
  async run({ db, tenantId, now, audit, emit }, input) {
    const data = { ...input, id: newId(), tenantId, createdAt: now, updatedAt: now };
    const account = (await db.ledgerAccount.create({ data }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AccountCodeTaken(input.code) : error;
    })) as AccountRow;

    audit(null, account);
    emit(accountCreated({ accountId: account.id }));
    return account;
  },
});
