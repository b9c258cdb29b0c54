import type { z } from "zod";
import type { ConnectionView, PaymentOptionView, PaymentView } from "@/lib/payments/schema";

const euro = (minor: number) => ({ minor, currency: "EUR" as const });

export const examplePayment: z.input<typeof PaymentView> = {
  id: "01932f3a-7c00-7000-8000-000000000701",
  number: 1,
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  clientName: "Analytical Engines Ltd",
  invoiceId: "01932f3a-7c00-7000-8000-000000000601",
  invoiceNumber: "INV-2026-000001",
  connectionId: "01932f3a-7c00-7000-8000-000000000702",
  gateway: "sandbox",
  status: "SUCCEEDED",
  amount: euro(11_900),
  credited: euro(0),
  reference: "sb_1",
  method: "Visa •••• 0016",
  actionUrl: null,
  failureCode: null,
  failureDetail: null,
  receivedAt: "2026-04-01T09:00:02.000Z",
  version: 2,
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:02.000Z",
};

export const exampleConnection: z.input<typeof ConnectionView> = {
  id: "01932f3a-7c00-7000-8000-000000000702",
  gateway: "sandbox",
  name: { en: "Card" },
  isEnabled: true,
  isTest: true,
  settings: {},
  secrets: ["webhookSecret"],
  webhookPath: "/api/webhooks/payments/01932f3a-7c00-7000-8000-000000000702",
  version: 1,
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:00.000Z",
};

export const exampleOption: z.input<typeof PaymentOptionView> = {
  connectionId: exampleConnection.id,
  gateway: "sandbox",
  name: { en: "Card" },
  isTest: true,
  form: "card",
  testCards: [{ number: "4111000000000016", meaning: "paid" }],
};
