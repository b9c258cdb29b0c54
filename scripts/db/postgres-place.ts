import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { isReachable, type ServerUser } from "./postgres-binaries";

/** Where one embedded server lives. `data` is PostgreSQL's own folder; the rest is ours. */
export type Place = { folder: string; data: string; log: string; account: ServerUser | undefined };

/** The superuser, which owns the schema of the installation. */
export const superuser = "panel1";

/** Makes the folder. Root's private folders are closed to the server's account: then the data lives below /var/lib/panel1. */
export function preparePlace(wanted: string, account: ServerUser | undefined): Place {
  const folder = openFolder(path.resolve(wanted), account);
  return { folder, data: path.join(folder, "data"), log: path.join(folder, "postgres.log"), account };
}

function openFolder(wanted: string, account: ServerUser | undefined): string {
  mkdirSync(wanted, { recursive: true });
  if (account === undefined) return wanted;

  chmodSync(wanted, 0o755);
  if (isReachable(wanted)) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const elsewhere = path.join("/var/lib/panel1", name);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  writeFileSync(path.join(wanted, "location"), `${elsewhere}\n`);
  return elsewhere;
}

/** The superuser's password: random, made once, readable by us alone. */
export function readOrCreatePassword({ folder }: Place): string {
  const file = path.join(folder, "password");
  if (!existsSync(file)) {
    const draft = `${file}.new`;
    writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
    renameSync(draft, file);
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * Creates the data unless it exists. Made in a folder of its own and renamed when complete, so that a kill in the middle leaves
 * nothing half made.
 */
export async function initialise(initdb: string, place: Place, password: string): Promise<void> {
  if (existsSync(path.join(place.data, "PG_VERSION"))) return;

  const { folder, account } = place;
  // Drafts of starts that were killed may still be written to: each start has a draft of its own.
  for (const name of readdirSync(folder)) {
    if (name.startsWith("data.new-")) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  const draft = path.join(folder, `data.new-${process.pid}`);
  const passwordFile = path.join(folder, "password.init");
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const owned of [draft, passwordFile]) chownSync(owned, account.uid, account.gid);

  const settings = ["-U", superuser, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"];
  const child = spawn(initdb, ["-D", draft, `--pwfile=${passwordFile}`, ...settings], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: folder,
    env: bareEnvironment(),
    ...account,
  });
  const { code, complaint } = await ended(child);
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`The database could not be created.\n${lastLines(complaint)}`);
  renameSync(draft, place.data);
}

async function ended(child: ChildProcess): Promise<{ code: number | null; complaint: string }> {
  let complaint = "";
  child.stderr?.on("data", (text) => {
    complaint += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, complaint }));
  });
}

/** PostgreSQL needs none of our environment, least of all the secrets in it. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, SYSTEMROOT } = process.env;
  const kept = { PATH, LD_LIBRARY_PATH, SYSTEMROOT, LC_ALL: "C", TZ: "UTC" };
  const known = Object.entries(kept).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as NodeJS.ProcessEnv;
}

/** The end of a log, for an error message, with the advice that a full disk needs. */
export function lastLines(text: string): string {
  const lines = text.trim().split("\n").slice(-6).join("\n");
  const isFull = /No space left on device|ENOSPC/i.test(text);
  return isFull
    ? `${lines}\nThe disk is full: free some space and start again.`
    : lines || "No reason was given.";
}
