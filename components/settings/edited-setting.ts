import type { SettingField } from "@/lib/core/settings/definition";

/** A setting as its row shows it. */
export type EditedSetting = {
  key: string;
  field: SettingField;
  value: unknown;
  initial: unknown;
  isChanged: boolean;
  version: number;
};
