import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";

type Environment = Record<string, string | undefined>;

/**
 * The environment of an installation: what is set, then a `.env` file, then secrets made once and kept in the data folder
 * (readable by its owner only). Set values win, so an operator can move any of them elsewhere.
 */
export function loadEnvironment(dataDir: string, environment: Environment = process.env): Environment {
  const file = existsSync(".env") ? (parseEnv(readFileSync(".env", "utf8")) as Environment) : {};
  return { ...localSecrets(dataDir), ...nonEmpty(file), ...nonEmpty(environment) };
}

function localSecrets(dataDir: string): Environment {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Environment;
}

function newSecrets(): Environment {
  const text = (bytes: number) => randomBytes(bytes).toString("base64url");
  return {
    AUTH_SECRET: text(48),
    ENCRYPTION_KEYS: `k1:${text(32)}`,
    METRICS_TOKEN: text(24),
    INNGEST_EVENT_KEY: text(24),
    INNGEST_SIGNING_KEY: `signkey-prod-${randomBytes(32).toString("hex")}`,
  };
}

function nonEmpty(values: Environment): Environment {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ""),
  );
}
