import type { InvoiceAction, InvoiceStatus } from "@/lib/billing/rules/status";
import { Refusal } from "@/lib/core/errors";

export class InvoiceNotFound extends Refusal {
  constructor() {
    super("not_found", "billing.invoice_not_found", "There is no such invoice.");
  }
}

/** The invoice's status does not allow it. */
export class InvoiceNotChangeable extends Refusal {
  constructor(action: InvoiceAction, status: InvoiceStatus) {
    const state = status.toLowerCase().replace("_", " ");
    super("conflict", "billing.invoice_not_changeable", `An invoice that is ${state} does not allow this.`, {
      action,
      status,
    });
  }
}

/** Credits exceed charges: that is a credit note. */
export class InvoiceBelowZero extends Refusal {
  constructor() {
    super("invalid", "billing.invoice_below_zero", "An invoice asks for money: its total is not below zero.");
  }
}

export class TaxRuleNotFound extends Refusal {
  constructor() {
    super("not_found", "billing.tax_rule_not_found", "There is no such tax rule.");
  }
}

/** Until must come after from. */
export class TaxRuleBackwards extends Refusal {
  constructor() {
    super("invalid", "billing.tax_rule_backwards", "A tax rule ends after it begins.", {}, [
      { path: "validUntil", code: "too_small", message: "must be after the first day" },
    ]);
  }
}
