import "server-only";
import type { Gateway } from "@/lib/payments/contract";
import { SettingsRefused } from "@/lib/payments/errors";

/** Settings as the gateway takes them, apart from what is secret of them. Throws SettingsRefused, with the fields. */
export function splitSettings(
  gateway: Gateway,
  given: Record<string, string>,
): { open: Record<string, string>; secret: Record<string, string> } {
  const parsed = gateway.settings.safeParse(given);
  if (!parsed.success) {
    throw new SettingsRefused(
      parsed.error.issues.map(({ path, code, message }) => ({
        path: ["settings", ...path].join("."),
        code,
        message,
      })),
    );
  }
  const all = Object.entries(parsed.data as Record<string, string>);
  const isSecret = ([key]: [string, string]) => gateway.secretFields.includes(key);
  return {
    open: Object.fromEntries(all.filter((entry) => !isSecret(entry))),
    secret: Object.fromEntries(all.filter(isSecret)),
  };
}
