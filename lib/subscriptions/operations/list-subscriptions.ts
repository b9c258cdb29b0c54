import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleSubscription } from "@/lib/subscriptions/examples";
import { type SubscriptionRow, subscriptionColumns, toSubscriptionView } from "@/lib/subscriptions/queries";
import { subscriptionStatuses } from "@/lib/subscriptions/rules/status";
import { SubscriptionView } from "@/lib/subscriptions/schema";

const definition = {
  from: sql`subscriptions`,
  columns: subscriptionColumns,
  sorts: {
    createdAt: { column: "created_at", type: "timestamptz" },
    number: { column: "number", type: "bigint" },
  },
  defaultSort: "-createdAt",
  filters: {
    status: z.enum(subscriptionStatuses).optional(),
    clientId: idSchema.optional(),
    orderId: idSchema.optional(),
  },
} as const;

export const listSubscriptions = query({
  name: "subscriptions.subscription.list",
  summary: "List subscriptions",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(SubscriptionView),
  http: { method: "GET", path: "/subscriptions" },
  example: { input: { status: "ACTIVE" }, output: { items: [exampleSubscription], nextCursor: null } },
  async run(context, { status, clientId, orderId, ...request }) {
    const page = await readPage<SubscriptionRow>(context, definition, request, [
      status === undefined ? undefined : sql`status = ${status}::subscription_status`,
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
      orderId === undefined ? undefined : sql`order_id = ${orderId}::uuid`,
    ]);
    return { ...page, items: page.items.map(toSubscriptionView) };
  },
});
