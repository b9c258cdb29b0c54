import "server-only";
import { writeSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { splitSettings } from "@/lib/payments/check-settings";
import { secretPurpose } from "@/lib/payments/connection-settings";
import { connectionCreated } from "@/lib/payments/events";
import { exampleConnection } from "@/lib/payments/examples";
import { gatewayOf } from "@/lib/payments/gateways";
import { findConnection } from "@/lib/payments/queries";
import { ConnectionView, CreateConnectionInput } from "@/lib/payments/schema";
import { toConnectionView } from "@/lib/payments/view";

export const createConnection = operation({
  name: "payments.connection.create",
  summary: "Connect a payment gateway",
  audience: ["staff"],
  input: CreateConnectionInput,
  output: ConnectionView,
  http: { method: "POST", path: "/gateway-connections", status: 201 },
  example: { input: { gateway: "sandbox", name: { en: "Card" } }, output: exampleConnection },
  refusals: ["payments.gateway_unknown", "payments.settings_refused"],
  async run(context, { gateway: gatewayId, name, isEnabled, settings }) {
    const { execute, tenantId, now } = context;
    const gateway = gatewayOf(gatewayId);
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ""));
    const { open, secret } = splitSettings(gateway, given);
    const hasSecret = Object.keys(secret).length > 0;
    const secretId = hasSecret
      ? await writeSecret(context, { purpose: secretPurpose, plaintext: JSON.stringify(secret) })
      : null;

    const id = newId();
    await execute(sql`
      insert into gateway_connections (id, tenant_id, gateway, name, is_enabled, settings, secret_id, position, created_at, updated_at)
      select ${id}::uuid, ${tenantId}::uuid, ${gatewayId}, ${JSON.stringify(name)}::jsonb, ${isEnabled}, ${JSON.stringify(open)}::jsonb,
        ${secretId}::uuid, coalesce(max(position), 0) + 1, ${now}, ${now}
      from gateway_connections where tenant_id = ${tenantId}::uuid`);
    const row = await findConnection(context, id);
    context.audit(null, row);
    context.emit(connectionCreated({ connectionId: id }));
    return toConnectionView(row);
  },
});
