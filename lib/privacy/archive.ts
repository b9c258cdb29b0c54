import "server-only";
import { csv } from "@/lib/core/csv";
import { type ZipEntry, zip } from "@/lib/core/files/zip";
import type { Section } from "@/lib/privacy/collect";

type About = { readonly name: string; readonly company: string; readonly at: Date };

/** One archive of what is held: JSON for machines, a page and tables for people, and the files as they are. */
export function archive(about: About, sections: readonly Section[], files: readonly ZipEntry[]): Buffer {
  const data = {
    subject: about.name,
    company: about.company,
    at: about.at.toISOString(),
    data: asObject(sections),
  };
  return zip(
    [
      { name: "data.json", content: Buffer.from(JSON.stringify(data, null, 2)) },
      { name: "index.html", content: Buffer.from(page(about, sections)) },
      ...sections.map(({ table, rows }) => ({
        name: `tables/${table}.csv`,
        content: Buffer.from(asCsv(rows)),
      })),
      ...files,
    ],
    about.at,
  );
}

function asObject(sections: readonly Section[]) {
  return Object.fromEntries(sections.map(({ table, rows }) => [table, rows]));
}

function asCsv(rows: Section["rows"]): string {
  const columns = Object.keys(rows[0] ?? {});
  return csv(
    columns,
    rows.map((row) => columns.map((column) => cell(row[column]))),
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Without script, style from elsewhere or links: it is opened from a disk. What people typed is text (S-13). */
function page({ name, company, at }: About, sections: readonly Section[]): string {
  const tables = sections.map(({ table, rows }) => {
    const columns = Object.keys(rows[0] ?? {});
    const head = columns.map((column) => `<th>${text(column)}</th>`).join("");
    const body = rows.map(
      (row) => `<tr>${columns.map((column) => `<td>${text(cell(row[column]))}</td>`).join("")}</tr>`,
    );
    return `<h2>${text(table)}</h2><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>${text(name)}</title><style>
body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color:#18181b}table{border-collapse:collapse;margin-bottom:2rem}
th,td{border:1px solid #d4d4d8;padding:.3rem .6rem;text-align:start;vertical-align:top}th{background:#f4f4f5}</style></head>
<body><h1><bdi>${text(name)}</bdi></h1><p><bdi>${text(company)}</bdi> · ${at.toISOString()}</p>${tables.join("")}</body></html>`;
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
