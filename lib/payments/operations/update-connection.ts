import "server-only";
import { writeSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { splitSettings } from "@/lib/payments/check-settings";
import { secretPurpose, settingsOf } from "@/lib/payments/connection-settings";
import { connectionUpdated } from "@/lib/payments/events";
import { exampleConnection } from "@/lib/payments/examples";
import { gatewayOf } from "@/lib/payments/gateways";
import { type ConnectionRow, findConnection, lockConnection } from "@/lib/payments/queries";
import { ConnectionView, UpdateConnectionInput } from "@/lib/payments/schema";
import { toConnectionView } from "@/lib/payments/view";

export const updateConnection = operation({
  name: "payments.connection.update",
  summary: "Change a payment gateway’s connection",
  description: "One that is switched off takes no new payments; those under way go on.",
  audience: ["staff"],
  input: UpdateConnectionInput,
  output: ConnectionView,
  http: { method: "PATCH", path: "/gateway-connections/{connectionId}" },
  example: {
    input: { connectionId: exampleConnection.id, version: 1, isEnabled: false },
    output: { ...exampleConnection, isEnabled: false, version: 2 },
  },
  refusals: ["payments.connection_not_found", "payments.settings_refused", "core.stale_version"],
  async run(context, { connectionId, version, name, isEnabled, settings }) {
    const before = await lockConnection(context, { connectionId, version });
    const kept = settings === undefined ? before : await keepSettings(context, before, settings);
    await context.execute(sql`
      update gateway_connections set name = ${JSON.stringify(name ?? before.name)}::jsonb, is_enabled = ${isEnabled ?? before.isEnabled},
        settings = ${JSON.stringify(kept.settings)}::jsonb, secret_id = ${kept.secretId}::uuid, version = version + 1,
        updated_at = ${context.now}
      where tenant_id = ${context.tenantId}::uuid and id = ${connectionId}::uuid`);
    const after = await findConnection(context, connectionId);
    context.audit(before, after);
    context.emit(connectionUpdated({ connectionId }));
    return toConnectionView(after);
  },
});

/** What was left empty stays as it is. */
async function keepSettings(
  context: CommandContext,
  before: ConnectionRow,
  given: Record<string, string>,
): Promise<Pick<ConnectionRow, "settings" | "secretId">> {
  const typed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const all = { ...(await settingsOf(context, before)), ...typed };
  const { open, secret } = splitSettings(gatewayOf(before.gateway), all);
  if (Object.keys(secret).length === 0) return { settings: open, secretId: before.secretId };

  const plaintext = JSON.stringify(secret);
  const place = {
    purpose: secretPurpose,
    plaintext,
    ...(before.secretId !== null && { id: before.secretId }),
  };
  return { settings: open, secretId: await writeSecret(context, place) };
}
