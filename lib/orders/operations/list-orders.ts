import "server-only";
import { z } from "zod";
import { clientNames } from "@/lib/billing/view";
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

const ListedOrder = OrderView.extend({ clientName: z.string() }).meta({ id: "ListedOrder" });

export const listOrders = query({
  name: "orders.order.list",
  summary: "List orders",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ListedOrder),
  http: { method: "GET", path: "/orders" },
  example: {
    input: { status: "HELD", limit: 50 },
    output: { items: [{ ...exampleOrder, clientName: "Analytical Engines Ltd" }], nextCursor: null },
  },
  async run(context, { status, clientId, number, ...request }) {
    const page = await readPage<OrderRow>(context, definition, request, [
      status === undefined ? undefined : sql`status = ${status}::order_status`,
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
      number === undefined ? undefined : sql`number = ${BigInt(number)}`,
    ]);
    const names = await clientNames(
      context,
      page.items.map((row) => row.clientId),
    );
    const items = page.items.map((row) => ({
      ...toOrderView(context.actor, row),
      clientName: names.get(row.clientId) ?? "",
    }));
    return { ...page, items };
  },
});
