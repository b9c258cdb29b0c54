import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { runAsSystem } from "@/lib/core/operation/run";
import type { ModuleStore } from "@/lib/provisioning/contract";

const place = { plugin: z.string().max(60), key: z.string().min(1).max(300) };
const examplePlace = { plugin: "sandbox", key: "account:engi4f21ac" };

const readValue = operation({
  name: "provisioning.pluginValue.read",
  summary: "Read what a module keeps",
  audience: ["system"],
  input: z.strictObject(place),
  output: z.object({ value: z.unknown() }),
  example: { input: examplePlace, output: { value: null } },
  async run({ query, tenantId }, { plugin, key }) {
    const [row] = await query<{ value: unknown }>(
      sql`select value from plugin_values where tenant_id = ${tenantId}::uuid and plugin = ${plugin} and key = ${key}`,
    );
    return { value: row?.value };
  },
});

const writeValue = operation({
  name: "provisioning.pluginValue.write",
  summary: "Keep something for a module",
  audience: ["system"],
  input: z.strictObject({ ...place, value: z.unknown(), isNew: z.boolean() }),
  output: z.object({ isWritten: z.boolean() }),
  example: { input: { ...examplePlace, value: true, isNew: true }, output: { isWritten: true } },
  async run({ execute, tenantId, now }, { plugin, key, value, isNew }) {
    const onTaken = isNew
      ? sql`do nothing`
      : sql`do update set value = excluded.value, updated_at = excluded.updated_at`;
    const written = await execute(sql`
      insert into plugin_values (tenant_id, plugin, key, value, updated_at)
      values (${tenantId}::uuid, ${plugin}, ${key}, ${JSON.stringify(value)}::jsonb, ${now})
      on conflict (tenant_id, plugin, key) ${onTaken}`);
    return { isWritten: written === 1 };
  },
});

const removeValue = operation({
  name: "provisioning.pluginValue.remove",
  summary: "Forget what a module kept",
  audience: ["system"],
  input: z.strictObject(place),
  output: z.object({}),
  example: { input: examplePlace, output: {} },
  async run({ execute, tenantId }, { plugin, key }) {
    await execute(
      sql`delete from plugin_values where tenant_id = ${tenantId}::uuid and plugin = ${plugin} and key = ${key}`,
    );
    return {};
  },
});

/** The shelf of one module in one company: it reaches nothing else. Each entry is written in a transaction of its own. */
export function pluginStore(tenantId: string, plugin: string): ModuleStore {
  const write = (key: string, value: unknown, isNew: boolean) =>
    runAsSystem(tenantId, writeValue, { plugin, key, value, isNew });
  return {
    get: async (key) => (await runAsSystem(tenantId, readValue, { plugin, key })).value,
    add: async (key, value) => (await write(key, value, true)).isWritten,
    put: async (key, value) => {
      await write(key, value, false);
    },
    remove: async (key) => {
      await runAsSystem(tenantId, removeValue, { plugin, key });
    },
  };
}
