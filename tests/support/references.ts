import { z } from "zod";
import type { Operation } from "@/lib/core/operation/operation";

type Tree = { [key: string]: unknown };

/** Replaces every reference in an example by the record that `records` names for its field; unknown ones stay. */
export function withRecords(value: unknown, records: Readonly<Record<string, string>>, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withRecords(item, records, key));
  if (typeof value === "string") return records[key] ?? value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withRecords(inner, records, name)]),
  );
}

/** The fields of an input that name a record, by its JSON Schema. */
export function references(operation: Operation): string[] {
  const schema = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as Tree;
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    for (const [name, inner] of Object.entries((node as Tree).properties ?? {})) {
      if (/Id$/.test(name)) found.add(name);
      walk(inner);
    }
    for (const inner of Object.values(node)) if (typeof inner === "object") walk(inner);
  };
  walk(schema);
  return [...found];
}
