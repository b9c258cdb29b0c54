import type { z } from "zod";
import type { SubscriptionView } from "@/lib/subscriptions/schema";

export const exampleSubscription: z.input<typeof SubscriptionView> = {
  id: "01932f3a-7c00-7000-8000-0000000000d1",
  number: 1,
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  orderId: "01932f3a-7c00-7000-8000-0000000000c1",
  productId: "01932f3a-7c00-7000-8000-0000000000b1",
  planId: "01932f3a-7c00-7000-8000-0000000000b2",
  status: "ACTIVE",
  label: "Web hosting – Business (shop.example.com)",
  cycle: "1m",
  quantity: 1,
  recurring: { minor: 1999, currency: "EUR" },
  anchor: "2026-03-01",
  paidUntil: "2026-04-01",
  hostName: "shop.example.com",
  startedAt: "2026-03-01T09:30:00.000Z",
  endedAt: null,
  endReason: null,
  version: 2,
  createdAt: "2026-03-01T09:29:00.000Z",
};
