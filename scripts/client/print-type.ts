import { type JsonSchema, referredName } from "@/lib/doors/json-schema";

/**
 * A JSON Schema (the subset that our schemas become) as a TypeScript type. What TypeScript cannot say (lengths, patterns,
 * ranges) is left to the service. Throws TypeError for a keyword that it does not know, so that nothing is dropped unseen.
 */
export function printType(schema: JsonSchema): string {
  refuseUnknown(schema);
  if (schema.$ref !== undefined) return referredName(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));

  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return union(branches.map(printType));
  if (schema.allOf) return schema.allOf.map((part) => grouped(printType(part))).join(" & ");
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => printType({ ...schema, type })));
  return schema.type === undefined ? "unknown" : printPlain(schema.type, schema);
}

function printPlain(type: string, schema: JsonSchema): string {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "integer":
    case "number":
      return "number";
    case "array":
      if (schema.prefixItems) return `[${schema.prefixItems.map(printType).join(", ")}]`;
      return `${grouped(printType(schema.items ?? {}))}[]`;
    case "object":
      return printObject(schema);
    default:
      throw new TypeError(`no TypeScript for type ${type}`);
  }
}

function printObject({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const members = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    return `${comment(schema)}${JSON.stringify(name)}${mark}: ${printType(schema)};`;
  });
  const isOpen = typeof additionalProperties === "object" || additionalProperties === true;
  if (members.length > 0) return `{ ${members.join("\n")} }`;
  if (!isOpen) return "Record<string, never>";
  return `Record<string, ${typeof additionalProperties === "object" ? printType(additionalProperties) : "unknown"}>`;
}

/** What the schema says about itself, and its default, as a doc comment. */
export function comment(schema: JsonSchema): string {
  const said = [
    schema.description,
    schema.default === undefined ? undefined : `Default: ${JSON.stringify(schema.default)}.`,
  ].filter((text) => text !== undefined);
  return said.length > 0 ? `/** ${said.join(" ").replaceAll("*/", "* /")} */\n` : "";
}

function union(members: string[]): string {
  return [...new Set(members)].join(" | ");
}

function grouped(type: string): string {
  return /[|&]/.test(type) ? `(${type})` : type;
}

const known = new Set([
  ..."$ref type enum const properties required additionalProperties propertyNames items prefixItems anyOf oneOf allOf".split(
    " ",
  ),
  ..."description title default examples format pattern deprecated readOnly writeOnly".split(" "),
  ..."minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems".split(
    " ",
  ),
  ..."minProperties maxProperties contentEncoding contentMediaType id".split(" "),
]);

function refuseUnknown(schema: JsonSchema): void {
  for (const keyword of Object.keys(schema)) {
    if (!known.has(keyword)) throw new TypeError(`no TypeScript for keyword ${keyword}`);
  }
}
