"use server";

import { revalidatePath } from "next/cache";
import type { ActionState } from "@/components/forms/action-state";
import { serverAction } from "@/lib/doors/server-action";
import { settingOf } from "@/lib/settings/catalogue";
import { resetSetting } from "@/lib/settings/operations/reset-setting";
import { updateSetting } from "@/lib/settings/operations/update-setting";

/** Saves one setting. What a form sends is text: it becomes the JSON that this setting's field stands for. */
export async function updateSettingAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  const sent = form instanceof FormData ? form : undefined;
  const setting = settingOf(String(sent?.get("key") ?? ""));
  const value = typedValue(setting?.field.kind, sent?.get("value"));
  const door = serverAction(updateSetting, { extra: async () => ({ value }), after });
  return door(state, form);
}

export async function resetSettingAction(state: unknown, form: FormData): Promise<ActionState<unknown>> {
  return serverAction(resetSetting, { after })(state, form);
}

function typedValue(
  kind: string | undefined,
  typed: FormDataEntryValue | null | undefined,
): string | number | boolean {
  if (kind === "switch") return typed === "on";
  const text = typeof typed === "string" ? typed.trim() : "";
  return kind === "number" && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

function after() {
  revalidatePath("/admin/settings", "layout");
}
