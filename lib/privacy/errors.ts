import { Refusal } from "@/lib/core/errors";

export class SubjectNotFound extends Refusal {
  constructor() {
    super("not_found", "privacy.subject_not_found", "There is nobody of whom this could be.");
  }
}

export class ExportNotFound extends Refusal {
  constructor() {
    super("not_found", "privacy.export_not_found", "There is no such export, or its time is over.");
  }
}

export class RequestNotFound extends Refusal {
  constructor() {
    super("not_found", "privacy.request_not_found", "There is no such open request.");
  }
}

export class AlreadyRequested extends Refusal {
  constructor() {
    super("conflict", "privacy.already_requested", "Erasure was asked for already.");
  }
}

/** Somebody owes somebody money. */
export class MoneyIsOpen extends Refusal {
  constructor() {
    super("precondition", "privacy.money_is_open", "There are open balances. Settle them first.");
  }
}

export class ConfirmationDiffers extends Refusal {
  constructor() {
    super("invalid", "privacy.confirmation_differs", "The name that was typed is another.", {}, [
      { path: "confirmation", code: "custom", message: "is not the name" },
    ]);
  }
}

export class CannotEraseOneself extends Refusal {
  constructor() {
    super("conflict", "privacy.cannot_erase_oneself", "Somebody else has to do this.");
  }
}

export class LinkNotValid extends Refusal {
  constructor() {
    super("not_found", "privacy.link_not_valid", "This link is not valid.");
  }
}
