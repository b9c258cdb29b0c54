import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { operation, query } from "@/lib/core/operation/operation";
import { runAsSystem } from "@/lib/core/operation/run";
import type { PluginStore } from "@/lib/payments/contract";
import { valueStored } from "@/lib/payments/events";

const key = z.string().regex(/^[a-z]+:[A-Za-z0-9_-]{1,120}$/);
const plugin = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const value = z.record(z.string(), z.unknown());
const example = { plugin: "gateway-sandbox", key: "charge:01932f3a" };

const readValue = query({
  name: "payments.value.read",
  summary: "Read what an adapter put aside",
  audience: ["system"],
  input: z.strictObject({ plugin, key }),
  output: z.record(z.string(), z.unknown()).nullable(),
  example: { input: example, output: null },
  async run({ query, tenantId }, input) {
    const [row] = await query<{ value: Record<string, unknown> }>(sql`
      select value from plugin_values where tenant_id = ${tenantId}::uuid and plugin = ${input.plugin} and key = ${input.key}`);
    return row?.value ?? null;
  },
});

const storeValue = operation({
  name: "payments.value.store",
  summary: "Keep what an adapter puts aside",
  audience: ["system"],
  input: z.strictObject({ plugin, key, connectionId: idSchema, value }),
  output: z.object({}),
  example: {
    input: { ...example, connectionId: "01932f3a-7c00-7000-8000-000000000702", value: {} },
    output: {},
  },
  async run({ execute, tenantId, now, emit }, input) {
    await execute(sql`
      insert into plugin_values (tenant_id, plugin, key, value, updated_at)
      values (${tenantId}::uuid, ${input.plugin}, ${input.key}, ${JSON.stringify(input.value)}::jsonb, ${now})
      on conflict (tenant_id, plugin, key) do update set value = excluded.value, updated_at = excluded.updated_at`);
    emit(valueStored({ plugin: input.plugin, key: input.key, connectionId: input.connectionId }));
    return {};
  },
});

/** The narrow store that an adapter is handed: values of its own, of one company. */
export function pluginStore(tenantId: string, plugin: string, connectionId: string): PluginStore {
  return {
    get: (key) => runAsSystem(tenantId, readValue, { plugin, key }),
    put: async (key, value) => {
      await runAsSystem(tenantId, storeValue, { plugin, key, connectionId, value: { ...value } });
    },
  };
}
