import "server-only";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleServiceAction } from "@/lib/provisioning/examples";
import { type ActionRow, actionColumns, findService } from "@/lib/provisioning/queries";
import { ServiceActionView } from "@/lib/provisioning/schema";
import { toActionView } from "@/lib/provisioning/view";

const definition = {
  from: sql`service_actions`,
  columns: actionColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: { serviceId: idSchema },
} as const;

export const listActions = query({
  name: "provisioning.action.list",
  summary: "List what was done to a service",
  description: "Each deed with the step at which it stands.",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ServiceActionView),
  http: { method: "GET", path: "/services/{serviceId}/actions" },
  example: {
    input: { serviceId: exampleServiceAction.serviceId },
    output: { items: [exampleServiceAction], nextCursor: null },
  },
  refusals: ["provisioning.service_not_found"],
  async run(context, { serviceId, ...request }) {
    await findService(context, serviceId);
    const page = await readPage<ActionRow>(context, definition, request, [
      sql`service_id = ${serviceId}::uuid`,
    ]);
    return { ...page, items: page.items.map((row) => toActionView(context, row)) };
  },
});
