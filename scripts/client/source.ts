import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Operation } from "@/lib/core/operation/operation";
import { type JsonSchema, resolved, wireSchema } from "@/lib/doors/json-schema";
import type { Operations } from "@/lib/doors/rest/router";
import { comment, printType } from "./print-type";

export const clientFile = "client/panel1.ts";

/** Source of the typed client: one file without imports, for whoever calls the API. `root` is the repository. */
export function clientSource(registry: Operations, root: string): string {
  const runtime = readFileSync(path.join(root, "scripts/client/runtime.ts"), "utf8");
  const domains = Object.entries(registry)
    .map(([name, members]) => ({ name, members: Object.entries(members).filter(([, { http }]) => http) }))
    .filter(({ members }) => members.length > 0);

  const text = [
    "// Made from the operations by `npm run client:generate`. Do not edit: the next run writes it anew.",
    runtime.replace("export function sender", "function sender"),
    ...namedTypes(domains.flatMap(({ members }) => members.map(([, operation]) => operation))),
    ...domains.flatMap(({ members }) => members.flatMap(inputAndOutput)),
    factory(domains),
  ].join("\n\n");
  return formatted(text, root);
}

type Domain = { name: string; members: [key: string, operation: Operation][] };

function namedTypes(operations: Operation[]): string[] {
  const named = new Map<string, JsonSchema>();
  for (const { input, output } of operations) {
    for (const schema of [input, output]) {
      for (const [name, inner] of Object.entries(wireSchema(schema).named)) named.set(name, inner);
    }
  }
  return [...named]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `${comment(schema)}export type ${name} = ${printType(schema)};`);
}

function inputAndOutput([key, operation]: [string, Operation]): string[] {
  return [
    `export type ${typeName(key)}Input = ${printType(wireSchema(operation.input).root)};`,
    `export type ${typeName(key)}Output = ${printType(wireSchema(operation.output).root)};`,
  ];
}

function factory(domains: Domain[]): string {
  const members = domains.map(({ name, members }) => `${name}: { ${members.map(method).join("\n")} },`);
  return `/** A client of the API: \`createPanel1({ baseUrl, apiKey }).clients.createClient(input)\`. */
export function createPanel1(options: Panel1Options) {
  const send = sender(options);
  return { ${members.join("\n")} };
}

export type Panel1 = ReturnType<typeof createPanel1>;`;
}

function method([key, operation]: [string, Operation]): string {
  const { root, named } = wireSchema(operation.input);
  const isOptional = !resolved(root, named).required?.length;
  const name = typeName(key);
  const said = [`${operation.summary}.`, operation.description].filter(Boolean).join(" ");
  return `/** ${said} Needs \`${operation.name}\`. */
    ${key}: (input: ${name}Input${isOptional ? " = {}" : ""}, call?: CallOptions) =>
      send<${name}Output>("${operation.http?.method}", "${operation.http?.path}", input, call),`;
}

function typeName(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

function formatted(text: string, root: string): string {
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [biome, "format", `--stdin-file-path=${clientFile}`],
    { cwd: root, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the client's source could not be formatted: ${stderr}`);
  return stdout;
}
