import { z } from "zod";
import { invoiceStatuses } from "@/lib/billing/rules/status";
import { taxCategories } from "@/lib/billing/rules/tax";
import { idSchema } from "@/lib/core/ids";
import { moneySchema } from "@/lib/core/money/schema";
import { countrySchema, languageSchema, lineSchema } from "@/lib/core/text";
import { calendarDateSchema, instantSchema } from "@/lib/core/time/schema";

/** One side of an invoice, as it was on the day of issue. */
export const partySchema = z
  .object({
    name: z.string(),
    companyName: z.string().nullable(),
    line1: z.string().nullable(),
    line2: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    postalCode: z.string().nullable(),
    country: z.string(),
    email: z.string().nullable(),
    taxNumber: z.string().nullable(),
    registrationNumber: z.string().nullable(),
  })
  .meta({ id: "InvoiceParty" });
export type Party = z.output<typeof partySchema>;

const version = z.number().int().meta({ description: "Send it back with a change; a stale one is refused." });

const summary = {
  id: idSchema,
  clientId: idSchema,
  clientName: z.string(),
  orderId: idSchema.nullable(),
  status: z.enum(invoiceStatuses),
  isOverdue: z.boolean().meta({ description: "Past its day and not paid." }),
  number: z.string().nullable().meta({ description: "The legal number: given at issue." }),
  currency: z.string(),
  issuedOn: calendarDateSchema.nullable(),
  dueOn: calendarDateSchema.nullable(),
  net: moneySchema,
  tax: moneySchema,
  total: moneySchema,
  paid: moneySchema,
  due: moneySchema.meta({ description: "Total less what was paid; zero of a void one." }),
  paidAt: instantSchema.nullable(),
  version,
  createdAt: instantSchema,
};

export const InvoiceSummary = z.object(summary).meta({ id: "InvoiceSummary" });

export const InvoiceLineView = z
  .object({
    id: idSchema,
    position: z.number().int(),
    description: z.string(),
    quantity: z.number().int(),
    unit: moneySchema,
    setup: moneySchema,
    discount: moneySchema,
    amount: moneySchema.meta({ description: "With tax where the invoice is inclusive." }),
    net: moneySchema,
    taxClass: z.string(),
    taxCategory: z.enum(taxCategories),
    taxRate: z.string(),
    periodStart: calendarDateSchema.nullable(),
    periodEnd: calendarDateSchema.nullable(),
    subscriptionId: idSchema.nullable(),
  })
  .meta({ id: "InvoiceLine" });

export const InvoiceView = z
  .object({
    ...summary,
    language: z.string(),
    isInclusive: z.boolean(),
    seller: partySchema.nullable(),
    buyer: partySchema.nullable(),
    issuedAt: instantSchema.nullable(),
    voidedAt: instantSchema.nullable(),
    voidReason: z.string().nullable(),
    updatedAt: instantSchema,
    lines: z.array(InvoiceLineView),
    taxes: z.array(
      z.object({
        name: z.string(),
        category: z.enum(taxCategories),
        rate: z.string(),
        net: moneySchema,
        tax: moneySchema,
      }),
    ),
  })
  .meta({ id: "Invoice" });

export const taxClassSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/, "must be small letters, digits, dashes")
  .meta({ description: "`standard` unless products have other classes; `exempt` bears no tax." });

export const DraftLineInput = z
  .strictObject({
    description: lineSchema(300),
    quantity: z.number().int().min(1).max(100_000).default(1),
    unit: moneySchema.meta({ description: "In the client's currency; below zero for a credit." }),
    taxClass: taxClassSchema.default("standard"),
  })
  .meta({ id: "InvoiceLineInput" });

const lines = z.array(DraftLineInput).min(1).max(500);
const dueInDays = z.number().int().min(0).max(365).optional();

export const CreateInvoiceInput = z.strictObject({
  clientId: idSchema,
  language: languageSchema.optional().meta({ description: "The client's when left out." }),
  lines,
});
export const UpdateInvoiceInput = z.strictObject({
  invoiceId: idSchema,
  version: z.number().int().min(1),
  lines,
});
export const IssueInvoiceInput = z.strictObject({
  invoiceId: idSchema,
  version: z.number().int().min(1),
  dueInDays,
});
export const InvoiceReference = z.strictObject({ invoiceId: idSchema });
export const ChangeInvoiceInput = z.strictObject({ invoiceId: idSchema, version: z.number().int().min(1) });
export const VoidInvoiceInput = z.strictObject({
  invoiceId: idSchema,
  version: z.number().int().min(1),
  reason: lineSchema(200),
});

const rate = z
  .string()
  .trim()
  .regex(/^(?:100|\d{1,2}(?:\.\d{1,4})?)$/, "must be a percentage such as 19 or 8.875");

const ruleDetails = {
  name: lineSchema(60),
  country: countrySchema,
  region: lineSchema(10, 0)
    .nullable()
    .default(null)
    .transform((region) => region || null)
    .meta({ description: "Code of ISO 3166-2 without the country; null for the whole country." }),
  taxClass: z
    .union([z.literal(""), taxClassSchema])
    .nullable()
    .default(null)
    .transform((taxClass) => taxClass || null)
    .meta({ description: "Null for all classes." }),
  rate,
  validFrom: calendarDateSchema,
  validUntil: calendarDateSchema
    .nullable()
    .default(null)
    .meta({ description: "The first day on which it holds no more." }),
};

export const TaxRuleView = z
  .object({
    id: idSchema,
    name: z.string(),
    country: z.string(),
    region: z.string().nullable(),
    taxClass: z.string().nullable(),
    rate: z.string(),
    validFrom: calendarDateSchema,
    validUntil: calendarDateSchema.nullable(),
    version,
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "TaxRule" });

export const CreateTaxRuleInput = z.strictObject(ruleDetails);
export const UpdateTaxRuleInput = z.strictObject({
  taxRuleId: idSchema,
  version: z.number().int().min(1),
  ...ruleDetails,
});
export const ChangeTaxRuleInput = z.strictObject({ taxRuleId: idSchema, version: z.number().int().min(1) });
