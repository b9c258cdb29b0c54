import type { z } from "zod";
import type { CartView, OrderLineView, OrderView } from "@/lib/orders/schema";

export const exampleToken = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

const eur = (minor: number) => ({ minor, currency: "EUR" as const });

export const exampleSelection = {
  planId: "01932f3a-7c00-7000-8000-0000000000b2",
  cycle: "1m",
  quantity: 1,
  hostName: "shop.example.com",
};

export const exampleCart: z.input<typeof CartView> = {
  id: "01932f3a-7c00-7000-8000-0000000000e1",
  currency: "EUR",
  currencies: ["EUR"],
  items: [
    {
      id: "01932f3a-7c00-7000-8000-0000000000e2",
      planId: exampleSelection.planId,
      label: "Web hosting – Business",
      cycle: "1m",
      quantity: 1,
      mostQuantity: 1,
      cycles: ["1m", "1y"],
      hostName: "shop.example.com",
      lines: [
        {
          kind: "PLAN",
          description: "Web hosting – Business",
          quantity: 1,
          unit: eur(1000),
          setup: eur(0),
          amount: eur(1000),
        },
      ],
      due: eur(1000),
      recurring: eur(1000),
      problems: [],
    },
  ],
  coupon: null,
  sums: {
    subtotal: eur(1000),
    discount: eur(0),
    taxes: [{ name: "VAT", category: "S", rate: "19", net: eur(1000), tax: eur(190) }],
    net: eur(1000),
    tax: eur(190),
    total: eur(1190),
    isInclusive: false,
  },
  canOrder: true,
  orderId: null,
  expiresAt: "2026-03-31T09:30:00.000Z",
};

export const exampleOrder: z.input<typeof OrderView> = {
  id: "01932f3a-7c00-7000-8000-0000000000c1",
  number: 1,
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  status: "PENDING",
  source: "STOREFRONT",
  net: eur(1000),
  tax: eur(190),
  total: eur(1190),
  couponCode: null,
  invoiceId: null,
  placedByName: "Ada Lovelace",
  termsAcceptedAt: "2026-03-01T09:30:00.000Z",
  ipAddress: "198.51.100.7",
  ipCountry: "GB",
  reviewReasons: [],
  reviewedByName: null,
  reviewedAt: null,
  reason: null,
  acceptedAt: null,
  endedAt: null,
  version: 1,
  createdAt: "2026-03-01T09:30:00.000Z",
};

export const exampleOrderLine: z.input<typeof OrderLineView> = {
  id: "01932f3a-7c00-7000-8000-0000000000c2",
  item: 0,
  kind: "PLAN",
  description: "Web hosting – Business (shop.example.com)",
  cycle: "1m",
  quantity: 1,
  unit: eur(1000),
  setup: eur(0),
  discount: eur(0),
  amount: eur(1000),
  subscriptionId: "01932f3a-7c00-7000-8000-0000000000d1",
  overrideReason: null,
};
