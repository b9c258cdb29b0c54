import { Refusal } from "@/lib/core/errors";
import type { CurrencyCode } from "@/lib/core/money/currencies";

/** Debits and credits of an entry differ in some currency. */
export class Unbalanced extends Refusal {
  constructor(currencies: readonly CurrencyCode[]) {
    const message = `Debits and credits must be equal in ${currencies.join(", ")}.`;
    super("invalid", "ledger.entry_unbalanced", message, { currencies: currencies.join(",") }, [
      { path: "lines", code: "unbalanced", message: "must have equal debits and credits in each currency" },
    ]);
  }
}

export class AccountNotFound extends Refusal {
  constructor(accountCode?: string) {
    super(
      "not_found",
      "ledger.account_not_found",
      "There is no such account.",
      accountCode === undefined ? {} : { accountCode },
    );
  }
}

export class AccountCodeTaken extends Refusal {
  constructor(code: string) {
    super("conflict", "ledger.account_code_taken", "Another account has this code.", { code }, [
      { path: "code", code: "taken", message: "is the code of another account" },
    ]);
  }
}

export class EntryNotFound extends Refusal {
  constructor() {
    super("not_found", "ledger.entry_not_found", "There is no such journal entry.");
  }
}

export class AlreadyReversed extends Refusal {
  constructor() {
    super("conflict", "ledger.entry_already_reversed", "This entry is already reversed.");
  }
}

/**
 * Entries that a document made are taken back by that document (an invoice is voided), and a reversal is not itself reversed:
 * what was right after all is posted again.
 */
export class EntryNotReversible extends Refusal {
  constructor(reason: "document" | "reversal") {
    super("conflict", "ledger.entry_not_reversible", messages[reason], { reason });
  }
}

const messages = {
  document: "This entry belongs to a document. Correct the document instead.",
  reversal: "A reversal cannot be reversed. Post the entry again instead.",
};

/** A sum beyond 2^53 - 1 minor units, which readers of JSON would round. */
export class BalanceTooLarge extends Refusal {
  constructor(currency: CurrencyCode) {
    super("limit", "ledger.balance_too_large", "A balance is too large to be sent.", { currency });
  }
}
