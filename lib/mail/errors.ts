import { Refusal } from "@/lib/core/errors";

/** The address is not one canonical address: nothing is sent to what we would have to guess (S-53). */
export class AddressUnusable extends Refusal {
  constructor() {
    super("invalid", "mail.address_unusable", "This is not an address that mail can be sent to.");
  }
}

export class MessageNotFound extends Refusal {
  constructor() {
    super("not_found", "mail.message_not_found", "There is no such mail.");
  }
}

/** Only a mail that failed or bounced can be sent again. */
export class MessageNotResendable extends Refusal {
  constructor(state: string) {
    super("conflict", "mail.message_not_resendable", "Only a mail that failed can be sent again.", { state });
  }
}

/** What it said is past its time, or was not kept because it carried a credential. */
export class BodyNotKept extends Refusal {
  constructor() {
    super("conflict", "mail.body_not_kept", "What this mail said is no longer kept.");
  }
}

/** The address is marked as one that mail does not reach. */
export class AddressMarked extends Refusal {
  constructor() {
    super("conflict", "mail.address_marked", "Mail to this address bounced. Lift the mark first.");
  }
}

export class SuppressionNotFound extends Refusal {
  constructor() {
    super("not_found", "mail.suppression_not_found", "There is no such mark.");
  }
}

/** A key has no mailbox: a test goes to the person who asks for it. */
export class NoOwnAddress extends Refusal {
  constructor() {
    super("precondition", "mail.no_own_address", "A test mail goes to a signed-in person's own address.");
  }
}

/** What a chosen transport needs and does not have. */
export class SettingsIncomplete extends Refusal {
  constructor(fields: readonly string[]) {
    super(
      "invalid",
      "mail.settings_incomplete",
      "The transport needs more settings.",
      {},
      fields.map((path) => ({ path, code: "invalid_type", message: "is needed for this transport" })),
    );
  }
}

/** Braces that are no variable of this template. */
export class WordsUnusable extends Refusal {
  constructor(faults: readonly { field: string; faults: readonly string[] }[]) {
    super(
      "invalid",
      "mail.words_unusable",
      "A template may hold its own variables only.",
      { unknown: faults.flatMap(({ faults: texts }) => texts).join(" ") },
      faults.map(({ field, faults: texts }) => ({
        path: field,
        code: "unknown_variable",
        message: `does not know ${texts.join(", ")}`,
      })),
    );
  }
}
