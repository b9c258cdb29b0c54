import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { type Money, money } from "@/lib/core/money/money";
import { query } from "@/lib/core/operation/operation";
import { exampleSubscription } from "@/lib/subscriptions/examples";
import { findSubscription, toSubscriptionView } from "@/lib/subscriptions/queries";
import { SubscriptionItemView, SubscriptionReference, SubscriptionView } from "@/lib/subscriptions/schema";

export const getSubscription = query({
  name: "subscriptions.subscription.get",
  summary: "Read a subscription with its items",
  audience: ["staff", "client"],
  input: SubscriptionReference,
  output: SubscriptionView.extend({ items: z.array(SubscriptionItemView) }).meta({
    id: "SubscriptionWithItems",
  }),
  http: { method: "GET", path: "/subscriptions/{subscriptionId}" },
  example: {
    input: { subscriptionId: exampleSubscription.id },
    output: {
      ...exampleSubscription,
      items: [
        {
          id: "01932f3a-7c00-7000-8000-0000000000d2",
          description: "Web hosting – Business",
          quantity: 1,
          unit: { minor: 1999, currency: "EUR" },
        },
      ],
    },
  },
  refusals: ["subscriptions.subscription_not_found"],
  async run(context, { subscriptionId }) {
    const row = await findSubscription(context, subscriptionId);
    const items = await context.query<{
      id: string;
      description: string;
      quantity: number;
      unitMinor: bigint;
    }>(sql`
      select id, description, quantity, unit_minor as "unitMinor" from subscription_items
      where tenant_id = ${context.tenantId}::uuid and subscription_id = ${subscriptionId}::uuid order by position`);
    const withUnit = ({
      unitMinor,
      ...item
    }: (typeof items)[number]): { id: string; description: string; quantity: number; unit: Money } => ({
      ...item,
      unit: money(unitMinor, row.currency),
    });
    return { ...toSubscriptionView(row), items: items.map(withUnit) };
  },
});
