import { isNumberFormat } from "@/lib/billing/rules/number";
import { lineSetting, numberSetting, type Setting, switchSetting } from "@/lib/core/settings/definition";

/** Whether prices contain their tax: usual where people buy, not where companies do. */
export const pricesIncludeTax = switchSetting("billing.pricesIncludeTax", false);

/** Days to pay where a client has no terms of its own. */
export const paymentTermsDays = numberSetting("billing.paymentTermsDays", 14, {
  min: 0,
  max: 365,
  unit: "days",
});

const line = lineSetting("billing.invoiceNumberFormat", "INV-{year}-{number:6}", 60);

/** How invoices are numbered; see rules/number.ts for its tokens. */
export const invoiceNumberFormat: Setting<string> = {
  ...line,
  schema: line.schema.refine(
    isNumberFormat,
    "must hold {number} once, and no other tokens than {year} and {month}",
  ),
};

/** Printed at the end of each invoice: bank details, a word of thanks. */
export const invoiceFooter = lineSetting("billing.invoiceFooter", "", 400);

export const billingSettings = [pricesIncludeTax, paymentTermsDays, invoiceNumberFormat, invoiceFooter];
