import { type FieldError, Refusal } from "@/lib/core/errors";

export class PaymentNotFound extends Refusal {
  constructor() {
    super("not_found", "payments.payment_not_found", "There is no such payment.");
  }
}

export class ConnectionNotFound extends Refusal {
  constructor() {
    super("not_found", "payments.connection_not_found", "There is no such way to pay.");
  }
}

/** A way to pay that is switched off, or does not take the currency. */
export class ConnectionUnusable extends Refusal {
  constructor() {
    super("conflict", "payments.connection_unusable", "This way to pay cannot be used here.");
  }
}

export class GatewayUnknown extends Refusal {
  constructor() {
    super("not_found", "payments.gateway_unknown", "No gateway of this name is installed.");
  }
}

/** Paid, void or not yet issued. */
export class NothingToPay extends Refusal {
  constructor() {
    super("conflict", "payments.nothing_to_pay", "Nothing is due of this invoice.");
  }
}

/** One payment at a time: a second one beside it would take the money twice. */
export class PaymentUnderWay extends Refusal {
  constructor(paymentId: string) {
    super("conflict", "payments.payment_under_way", "A payment of this invoice is under way.", { paymentId });
  }
}

/** What the payer gave is not what the gateway asks for. */
export class MethodRefused extends Refusal {
  constructor(fields: readonly FieldError[]) {
    super("invalid", "payments.method_refused", "These details cannot be used to pay.", {}, fields);
  }
}

export class SettingsRefused extends Refusal {
  constructor(fields: readonly FieldError[]) {
    super("invalid", "payments.settings_refused", "The gateway does not accept these settings.", {}, fields);
  }
}

export class CurrencyDiffers extends Refusal {
  constructor() {
    super("invalid", "payments.currency_differs", "An invoice is paid in its own currency.", {}, [
      { path: "amount", code: "currency", message: "must be in the invoice's currency" },
    ]);
  }
}

/** A question that was answered, or a page whose time is over. */
export class ConfirmationGone extends Refusal {
  constructor() {
    super("not_found", "payments.confirmation_gone", "There is nothing to confirm here any more.");
  }
}
