import "server-only";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";
import { settingOf } from "@/lib/settings/catalogue";
import { SettingNotFound } from "@/lib/settings/errors";
import { settingChanged } from "@/lib/settings/events";
import { lockSetting, toSettingView } from "@/lib/settings/queries";
import { SettingReference, SettingView } from "@/lib/settings/schema";

export const resetSetting = operation({
  name: "settings.setting.reset",
  summary: "Put a setting back to its initial value",
  audience: ["staff"],
  input: SettingReference,
  output: SettingView,
  http: { method: "DELETE", path: "/settings/{key}" },
  example: {
    input: { key: "security.secondFactor" },
    output: {
      key: "security.secondFactor",
      area: "security",
      value: "optional",
      initial: "optional",
      isChanged: false,
      version: 0,
      updatedAt: null,
    },
  },
  refusals: ["settings.setting_not_found"],
  needsFreshSignIn: true,
  async run(context, { key }) {
    const setting = settingOf(key);
    if (setting === undefined) throw new SettingNotFound();

    const before = await lockSetting(context, key);
    const view = toSettingView(setting, undefined);
    if (before === undefined) return view;

    await context.execute(sql`
      delete from settings where tenant_id = ${context.tenantId}::uuid and key = ${key}`);
    context.audit({ id: key, value: toSettingView(setting, before).value }, { id: key, value: view.value });
    context.emit(settingChanged({ key }));
    return view;
  },
});
