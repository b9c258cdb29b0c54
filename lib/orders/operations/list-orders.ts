import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleOrder } from "@/lib/orders/examples";
import { type OrderRow, orderColumns, toOrderView } from "@/lib/orders/orders";
import { orderStatuses } from "@/lib/orders/rules/status";
import { OrderView } from "@/lib/orders/schema";

const definition = {
  from: sql`orders`,
  columns: orderColumns,
  sorts: {
    createdAt: { column: "created_at", type: "timestamptz" },
    number: { column: "number", type: "bigint" },
  },
  defaultSort: "-createdAt",
  filters: {
    status: z.enum(orderStatuses).optional(),
    clientId: idSchema.optional(),
    number: z.number().int().min(1).optional(),
  },
} as const;

export const listOrders = query({
  name: "orders.order.list",
  summary: "List orders",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(OrderView),
  http: { method: "GET", path: "/orders" },
  example: { input: { status: "HELD", limit: 50 }, output: { items: [exampleOrder], nextCursor: null } },
  async run(context, { status, clientId, number, ...request }) {
    const page = await readPage<OrderRow>(context, definition, request, [
      status === undefined ? undefined : sql`status = ${status}::order_status`,
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
      number === undefined ? undefined : sql`number = ${BigInt(number)}`,
    ]);
    return { ...page, items: page.items.map((row) => toOrderView(context.actor, row)) };
  },
});
