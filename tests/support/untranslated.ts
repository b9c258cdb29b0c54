import messages from "@/messages/en.json" with { type: "json" };

const keys = new RegExp(`\\b(?:${Object.keys(messages).join("|")})(?:\\.[a-zA-Z_]+)+\\b`, "g");

/** Keys of messages that stand in a page's text: a text that a language lacks is shown as its key. */
export function untranslated(text: string): string[] {
  // Names of operations are shown as they are, as permissions and in the audit log.
  return (text.match(keys) ?? []).filter((key) => isMessage(key) && !isMessage(`operations.${key}`));
}

function isMessage(key: string): boolean {
  let value: unknown = messages;
  for (const part of key.split(".")) {
    if (typeof value !== "object" || value === null || !(part in value)) return false;
    value = (value as Record<string, unknown>)[part];
  }
  return true;
}
