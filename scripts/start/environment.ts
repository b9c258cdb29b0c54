import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";

export type Environment = Record<string, string | undefined>;

export type LoadedEnvironment = {
  /** What the product runs with. */
  environment: Environment;
  /** Whether the durable work of this installation runs here, rather than on an Inngest server or Inngest Cloud. */
  isWorkLocal: boolean;
};

/**
 * The environment of an installation: what is set, then a `.env` file, then secrets made once and kept in the data folder
 * (readable by its owner only). Set values win, so an operator can move any of them elsewhere.
 */
export function loadEnvironment(
  dataDir: string,
  environment: Environment = process.env,
  file = ".env",
): LoadedEnvironment {
  const written = existsSync(file) ? (parseEnv(readFileSync(file, "utf8")) as Environment) : {};
  const given = { ...nonEmpty(written), ...nonEmpty(environment) };
  const hasCloudKeys = given.INNGEST_EVENT_KEY !== undefined && given.INNGEST_SIGNING_KEY !== undefined;
  return {
    environment: { ...localSecrets(dataDir), ...given },
    isWorkLocal: given.INNGEST_BASE_URL === undefined && !hasCloudKeys,
  };
}

/** Made whole or not at all, and by one of two that start at the same moment: half a secret would be lost data. */
function localSecrets(dataDir: string): Environment {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${process.pid}`;
    try {
      writeFileSync(draft, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600 });
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
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
