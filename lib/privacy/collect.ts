import "server-only";
import { maskSecrets } from "@/lib/core/operation/mask";
import type { QueryContext } from "@/lib/core/operation/operation";
import { personalTables } from "@/lib/privacy/personal-tables";
import type { Subject } from "@/lib/privacy/subjects";

export type Section = { readonly table: string; readonly rows: readonly Record<string, unknown>[] };

/** Everything that is held about somebody, table by table; empty tables are left out. */
export async function collect(context: QueryContext, subject: Subject): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [table, { rows }] of Object.entries(personalTables)) {
    if (rows === undefined) continue;
    const found = await context.query(rows(subject, context.tenantId));
    if (found.length > 0)
      sections.push({ table, rows: found.map((row) => maskSecrets(row) as Record<string, unknown>) });
  }
  return sections;
}
