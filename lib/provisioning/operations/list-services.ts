import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { exampleService } from "@/lib/provisioning/examples";
import { type ServiceRow, serviceColumns } from "@/lib/provisioning/queries";
import { serviceStatuses } from "@/lib/provisioning/rules/status";
import { ServiceView } from "@/lib/provisioning/schema";
import { toServiceViews } from "@/lib/provisioning/view";

const definition = {
  from: sql`services`,
  columns: serviceColumns,
  sorts: {
    createdAt: { column: "created_at", type: "timestamptz" },
    label: { column: "label", type: "text" },
  },
  defaultSort: "-createdAt",
  filters: {
    status: z.enum(serviceStatuses).optional(),
    clientId: idSchema.optional(),
    subscriptionId: idSchema.optional(),
    productId: idSchema.optional(),
    module: lineSchema(60).optional(),
    search: lineSchema(100).optional().meta({ description: "A part of label, host name or user name." }),
  },
} as const;

export const listServices = query({
  name: "provisioning.service.list",
  summary: "List services",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ServiceView),
  http: { method: "GET", path: "/services" },
  example: {
    input: { status: "ACTIVE", limit: 50 },
    output: { items: [exampleService], nextCursor: null },
  },
  async run(context, { status, clientId, subscriptionId, productId, module, search, ...request }) {
    const part = search === undefined ? "" : `%${search.replace(/[\\%_]/g, "\\$&")}%`;
    const page = await readPage<ServiceRow>(context, definition, request, [
      status && sql`status = ${status}::service_status`,
      clientId === undefined ? undefined : sql`client_id = ${clientId}::uuid`,
      subscriptionId === undefined ? undefined : sql`subscription_id = ${subscriptionId}::uuid`,
      productId === undefined ? undefined : sql`product_id = ${productId}::uuid`,
      module === undefined ? undefined : sql`module = ${module}`,
      search === undefined
        ? undefined
        : sql`(label ilike ${part} or host_name ilike ${part} or access ->> 'userName' ilike ${part})`,
    ]);
    return { ...page, items: await toServiceViews(context, page.items) };
  },
});
