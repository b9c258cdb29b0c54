import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { configVariables } from "@/lib/core/config/reference";

/** Variables that Panel1 reads. */
export const settings = configVariables();
export const settingNames = new Set(settings.map(({ name }) => name));

/** Variables that documents and files name and Panel1 does not read, with whose they are. */
export const foreign: Readonly<Record<string, string>> = {
  POSTGRES_USER: "the PostgreSQL image's",
  POSTGRES_DB: "the PostgreSQL image's",
  POSTGRES_PASSWORD: "the PostgreSQL image's; the compose file makes DATABASE_URL of it",
  INNGEST_POSTGRES_URI: "the Inngest server's",
  INNGEST_REDIS_URI: "the Inngest server's",
  INNGEST_DATABASE_PASSWORD: "the compose file's, for INNGEST_POSTGRES_URI",
  MP_DATABASE: "the mail catcher's",
  AWS_ACCESS_KEY_ID: "the S3 store's",
  AWS_SECRET_ACCESS_KEY: "the S3 store's",
  FILES_ACCESS_KEY: "the compose file's, for the S3 store",
  FILES_SECRET_KEY: "the compose file's, for the S3 store",
  NEXT_TELEMETRY_DISABLED: "Next's",
};

/** Values of the right form for every variable without a default, as an operator makes them. */
export const sample: Readonly<Record<string, string>> = {
  APP_URL: "https://panel.example.com",
  DATABASE_URL: "postgresql://panel1:secret@db.example.com:5432/panel1",
  AUTH_SECRET: "a".repeat(64),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64url")}`,
  INNGEST_EVENT_KEY: "e".repeat(64),
  INNGEST_SIGNING_KEY: "5".repeat(64),
  CRON_SECRET: "c".repeat(64),
};

export const read = (file: string): string => readFileSync(file, "utf8");

export const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;

const skipped = new Set(["node_modules", "generated", "test-results", "playwright-report", "coverage"]);

/** Every document of the repository. */
export function documents(folder = "."): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    const isHidden = entry.name.startsWith(".") && entry.name !== ".github";
    if (entry.isDirectory()) return skipped.has(entry.name) || isHidden ? [] : documents(file);
    return entry.name.endsWith(".md") ? [file] : [];
  });
}

/** Scripts of package.json that a text tells people to run. */
export function npmScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm run (?:--\w+ )*([a-z][\w:-]*)/g)].map(([, name]) => name as string);
}

/** The lines of a YAML text below a key at a depth, up to the next line that is as deep. Enough for the files that we write. */
export function below(text: string, key: string, depth = 0): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`${" ".repeat(depth)}${key}:`));
  if (start === -1) throw new Error(`There is no ${key}.`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && indent(line) <= depth);
  return rest.slice(0, end === -1 ? undefined : end).join("\n");
}

/** `NAME: value` lines of a YAML text. */
export function variables(text: string): Record<string, string> {
  const found = [...text.matchAll(/^ +([A-Z][A-Z0-9_]*): (.*)$/gm)];
  return Object.fromEntries(found.map(([, name, value]) => [name as string, value as string]));
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
