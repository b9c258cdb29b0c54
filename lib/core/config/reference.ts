import { z } from "zod";
import { configSchema } from "@/lib/core/config/schema";

type Meta = { group: string; description: string; secret?: boolean; example?: string };

export type Variable = Meta & {
  name: string;
  isRequired: boolean;
  /** As text of the environment; undefined where there is none. */
  defaultText: string | undefined;
};

/** Every variable of the schema with what it means, in the schema's order. */
export function configVariables(): Variable[] {
  return Object.entries(configSchema.shape).map(([name, schema]) => {
    const meta = schema.meta() as Meta | undefined;
    if (meta === undefined) throw new Error(`${name} has no description`);
    const absent = schema.safeParse(undefined);
    return { name, ...meta, isRequired: !absent.success, defaultText: defaultText(schema) };
  });
}

function defaultText(schema: z.ZodType): string | undefined {
  if (!(schema instanceof z.ZodDefault)) return undefined;
  const value = schema.def.defaultValue;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The configuration reference for operators, as Markdown. */
export function referenceMarkdown(): string {
  const sections = groups().map(([group, variables]) => `## ${group}\n\n${table(variables)}`);
  return [
    "# Configuration",
    "Made from `lib/core/config/schema.ts` by `npm run docs:config`; edit the schema, not this page.",
    "Panel1 reads its configuration from the environment, once, when it starts. All mistakes are reported together, by name and" +
      " reason, never by value. `npm start` makes what is secret by itself and keeps it in its data folder; elsewhere set it" +
      " yourself. A variable marked with a key symbol is a secret.",
    ...sections,
  ]
    .join("\n\n")
    .concat("\n");
}

/** `.env.example`: every variable, required ones first within their group, optional ones commented out. */
export function environmentExample(): string {
  const blocks = groups().map(([group, variables]) => {
    const lines = variables.flatMap((variable) => [`# ${variable.description}`, exampleLine(variable)]);
    return [`# --- ${group} ---`, ...lines].join("\n");
  });
  return ["# Copy to .env and fill in. Reference: docs/operators/configuration.md", ...blocks]
    .join("\n\n")
    .concat("\n");
}

function exampleLine({ name, isRequired, defaultText, example, secret }: Variable): string {
  const value = defaultText ?? (secret && !example ? "" : (example ?? ""));
  return isRequired ? `${name}=${quoted(value)}` : `# ${name}=${quoted(value)}`;
}

function quoted(value: string): string {
  return /[\s<>#]/.test(value) ? `"${value}"` : value;
}

function table(variables: Variable[]): string {
  const rows = variables.map(({ name, secret, isRequired, defaultText, description, example }) => {
    const unset = isRequired ? "**required**" : "–";
    const usual = defaultText ? `\`${defaultText}\`` : unset;
    const sample = example ? ` Example: \`${example}\`.` : "";
    return `| \`${name}\`${secret ? " 🔑" : ""} | ${usual} | ${description}${sample} |`;
  });
  return ["| Variable | Default | Meaning |", "|---|---|---|", ...rows].join("\n");
}

function groups(): [string, Variable[]][] {
  const found = new Map<string, Variable[]>();
  for (const variable of configVariables()) {
    found.set(variable.group, [...(found.get(variable.group) ?? []), variable]);
  }
  return [...found];
}
