export type Change = { readonly field: string; readonly before?: string; readonly after?: string };

/** Fields that say nothing about what was meant. */
const quiet = new Set(["version", "updatedAt", "tenantId"]);

/** What differs between a record before and after, field by field, as text. Secrets arrive masked. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])].filter((name) => !quiet.has(name));
  return names
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(young[field]) }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(record: unknown): Record<string, unknown> {
  return record !== null && typeof record === "object" && !Array.isArray(record)
    ? (record as Record<string, unknown>)
    : {};
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
