import "server-only";
import type { Call } from "@/lib/core/operation/call";
import { run } from "@/lib/core/operation/run";
import { encodeWire } from "@/lib/core/operation/wire";
import { exportCompany } from "@/lib/platform/operations/export-company";
import { exportCompanyPage } from "@/lib/platform/operations/export-company-page";

/** What a page should weigh, about: its rows are in memory at once. */
const pageBytes = 1_000_000;
const most = { first: 50, ever: 1_000 } as const;

/**
 * A company's data as lines of JSON: the manifest, a line per row, and at the end how many rows there were of each table, so that a file
 * that was cut off shows. Memory does not grow with the company. Each page is read at its own moment: what changes meanwhile is
 * in it as it was before or as it is after. The export is noted before the first line.
 * Throws what the operations refuse.
 */
export async function exportLines(
  companyId: string,
  call: Call,
): Promise<{ company: string; lines: AsyncGenerator<string> }> {
  const manifest = await run(exportCompany, { companyId }, call);
  const head = { format: "panel1-company", version: 1, ...encodeWire(exportCompany.output, manifest) };
  const tables = manifest.tables.map(({ name }) => name);
  return { company: manifest.company.name, lines: linesOf(companyId, head, tables, call) };
}

async function* linesOf(companyId: string, head: object, tables: readonly string[], call: Call) {
  yield `${JSON.stringify({ manifest: head })}\n`;
  const rows: Record<string, number> = {};
  for (const table of tables) {
    rows[table] = 0;
    for await (const lines of pagesOf(companyId, table, call)) {
      rows[table] += lines.length;
      yield `${lines.join("\n")}\n`;
    }
  }
  yield `${JSON.stringify({ end: { rows } })}\n`;
}

/** Pages of one table, longer while its rows are small and shorter while they are large. */
async function* pagesOf(companyId: string, table: string, call: Call): AsyncGenerator<string[]> {
  let after: string[] | null = null;
  // Whole files are in the rows of this one.
  let size: number = table === "stored_files" ? 1 : most.first;
  do {
    const page: { lines: string[]; next: string[] | null } = await run(
      exportCompanyPage,
      { companyId, table, after, most: size },
      call,
    );
    if (page.lines.length > 0) yield page.lines;
    after = page.next;
    const bytes = page.lines.reduce((sum, line) => sum + line.length, 0);
    const fitting = Math.floor((pageBytes * page.lines.length) / Math.max(1, bytes));
    size = Math.max(1, Math.min(most.ever, table === "stored_files" ? 8 : most.ever, fitting, size * 4));
  } while (after !== null);
}
