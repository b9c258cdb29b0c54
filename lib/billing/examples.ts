import type { z } from "zod";
import type { InvoiceSummary, InvoiceView, TaxRuleView } from "@/lib/billing/schema";

const euro = (minor: number) => ({ minor, currency: "EUR" as const });
const nobody = {
  line1: null,
  line2: null,
  city: "Berlin",
  region: null,
  postalCode: "10115",
  email: null,
  registrationNumber: null,
};

export const exampleInvoiceSummary: z.input<typeof InvoiceSummary> = {
  id: "01932f3a-7c00-7000-8000-000000000601",
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  clientName: "Analytical Engines Ltd",
  orderId: null,
  status: "ISSUED",
  isOverdue: false,
  number: "INV-2026-000001",
  currency: "EUR",
  issuedOn: "2026-04-01",
  dueOn: "2026-04-15",
  net: euro(10_000),
  tax: euro(1_900),
  total: euro(11_900),
  paid: euro(0),
  due: euro(11_900),
  paidAt: null,
  version: 2,
  createdAt: "2026-04-01T09:00:00.000Z",
};

export const exampleInvoice: z.input<typeof InvoiceView> = {
  ...exampleInvoiceSummary,
  language: "en",
  isInclusive: false,
  seller: {
    name: "Northwind",
    companyName: "Northwind GmbH",
    country: "DE",
    taxNumber: "DE136695976",
    ...nobody,
  },
  buyer: {
    name: "Ada Lovelace",
    companyName: "Analytical Engines Ltd",
    country: "DE",
    taxNumber: null,
    ...nobody,
  },
  issuedAt: "2026-04-01T09:00:00.000Z",
  voidedAt: null,
  voidReason: null,
  updatedAt: "2026-04-01T09:00:00.000Z",
  lines: [
    {
      id: "01932f3a-7c00-7000-8000-000000000602",
      position: 1,
      description: "Hosting, April",
      quantity: 1,
      unit: euro(10_000),
      setup: euro(0),
      discount: euro(0),
      amount: euro(10_000),
      net: euro(10_000),
      taxClass: "standard",
      taxCategory: "S",
      taxRate: "19",
      periodStart: "2026-04-01",
      periodEnd: "2026-05-01",
      subscriptionId: null,
    },
  ],
  taxes: [{ name: "VAT", category: "S", rate: "19", net: euro(10_000), tax: euro(1_900) }],
};

export const exampleDraft: z.input<typeof InvoiceView> = {
  ...exampleInvoice,
  status: "DRAFT",
  number: null,
  issuedOn: null,
  dueOn: null,
  issuedAt: null,
  seller: null,
  buyer: null,
  due: euro(0),
  version: 1,
};

export const exampleLines = [
  { description: "Hosting, April", quantity: 1, unit: euro(10_000), taxClass: "standard" },
];

export const exampleTaxRule: z.input<typeof TaxRuleView> = {
  id: "01932f3a-7c00-7000-8000-000000000611",
  name: "VAT",
  country: "DE",
  region: null,
  taxClass: null,
  rate: "19",
  validFrom: "2026-01-01",
  validUntil: null,
  version: 1,
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:00.000Z",
};
