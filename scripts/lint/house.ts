import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type House, parse } from "./source";

const skipped = new Set([
  "node_modules",
  "generated",
  "coverage",
  "dist",
  "test-results",
  "playwright-report",
]);
const sourceFile = /\.(?:[cm]?ts|tsx|[cm]?js|jsx)$/;

/** Reads and parses every source file and message catalogue below `root` (absolute path). */
export function readHouse(root: string): House {
  const sources = new Map<string, ReturnType<typeof parse>>();
  for (const file of filesBelow(root, "")) {
    sources.set(file, parse(file, readFileSync(path.join(root, file), "utf8")));
  }

  const catalogues = new Map<string, unknown>();
  const messages = path.join(root, "messages");
  for (const file of existsSync(messages) ? readdirSync(messages).sort() : []) {
    if (!file.endsWith(".json")) continue;
    catalogues.set(file.slice(0, -5), JSON.parse(readFileSync(path.join(messages, file), "utf8")));
  }

  return { sources, catalogues };
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const relative = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      return entry.name.startsWith(".") || skipped.has(entry.name) ? [] : filesBelow(root, relative);
    }
    return sourceFile.test(entry.name) && !entry.name.endsWith(".d.ts") ? [relative] : [];
  });
}
