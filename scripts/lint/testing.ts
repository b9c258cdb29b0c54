import { applyRule, type FileRule, type Finding, type House, parse } from "./source";

/** What `rule` finds in a file of that name and text, as "line rule" strings, short enough to compare. */
export function findingsIn(rule: FileRule, path: string, text: string): string[] {
  return applyRule(rule, parse(path, text)).map((finding) => `${finding.line} ${finding.rule}`);
}

/** A house of a few files, for rules that look at more than one. */
export function aHouse(files: Record<string, string>, catalogues: Record<string, unknown> = {}): House {
  return {
    sources: new Map(Object.entries(files).map(([path, text]) => [path, parse(path, text)])),
    catalogues: new Map(Object.entries(catalogues)),
  };
}

/** Findings as "path:line message" strings. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ path, line, message }) => `${path}:${line} ${message}`);
}
