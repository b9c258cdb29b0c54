import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import { operation } from "@/lib/core/operation/operation";
import { fieldErrors } from "@/lib/core/operation/validation";
import { settingOf } from "@/lib/settings/catalogue";
import { SettingNotFound, SettingNotValid } from "@/lib/settings/errors";
import { settingChanged } from "@/lib/settings/events";
import { lockSetting, type SettingRow, settingColumns, toSettingView } from "@/lib/settings/queries";
import { SettingView, UpdateSettingInput } from "@/lib/settings/schema";

export const updateSetting = operation({
  name: "settings.setting.update",
  summary: "Change a setting",
  audience: ["staff"],
  input: UpdateSettingInput,
  output: SettingView,
  http: { method: "PUT", path: "/settings/{key}" },
  example: {
    input: { key: "security.secondFactor", value: "staff" },
    output: {
      key: "security.secondFactor",
      area: "security",
      value: "staff",
      initial: "optional",
      isChanged: true,
      version: 1,
      updatedAt: "2026-04-01T09:00:00.000Z",
    },
  },
  refusals: ["settings.setting_not_found", "core.stale_version"],
  needsFreshSignIn: true,
  async run(context, { key, value, version }) {
    const setting = settingOf(key);
    if (setting === undefined) throw new SettingNotFound();
    const parsed = setting.schema.safeParse(value);
    if (!parsed.success) throw new SettingNotValid(fieldErrors(parsed.error));

    const before = await lockSetting(context, key);
    if (version !== undefined && version !== (before?.version ?? 0)) throw new StaleVersion();

    const { query, tenantId, now, audit, emit } = context;
    const [after] = await query<SettingRow>(sql`
      insert into settings (tenant_id, key, value, updated_at)
      values (${tenantId}::uuid, ${key}, ${JSON.stringify(parsed.data)}::jsonb, ${now})
      on conflict (tenant_id, key) do update
        set value = excluded.value, version = settings.version + 1, updated_at = excluded.updated_at
      returning ${settingColumns}`);
    const view = toSettingView(setting, after);
    audit({ id: key, value: toSettingView(setting, before).value }, { id: key, value: view.value });
    emit(settingChanged({ key }));
    return view;
  },
});
