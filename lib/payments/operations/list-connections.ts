import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { exampleConnection } from "@/lib/payments/examples";
import { allGateways } from "@/lib/payments/gateways";
import { type ConnectionRow, connectionColumns } from "@/lib/payments/queries";
import { ConnectionView } from "@/lib/payments/schema";
import { toConnectionView } from "@/lib/payments/view";

const GatewayView = z
  .object({
    id: z.string(),
    isTest: z.boolean(),
    settings: z.array(z.object({ name: z.string(), isSecret: z.boolean() })),
  })
  .meta({ id: "Gateway" });

export const listConnections = query({
  name: "payments.connection.list",
  summary: "List payment gateways and their connections",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(ConnectionView), gateways: z.array(GatewayView) }),
  http: { method: "GET", path: "/gateway-connections" },
  example: {
    input: {},
    output: {
      items: [exampleConnection],
      gateways: [{ id: "sandbox", isTest: true, settings: [{ name: "webhookSecret", isSecret: true }] }],
    },
  },
  async run({ query, tenantId }) {
    const rows = await query<ConnectionRow>(sql`
      select ${connectionColumns} from gateway_connections where tenant_id = ${tenantId}::uuid order by position, id`);
    const gateways = allGateways().map(({ id, isTest, settings, secretFields }) => ({
      id,
      isTest,
      settings: Object.keys(settings.shape).map((name) => ({ name, isSecret: secretFields.includes(name) })),
    }));
    return { items: rows.map(toConnectionView), gateways };
  },
});
