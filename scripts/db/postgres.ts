import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { binaries, isReachable, reachableBinaries, type ServerUser, serverUser } from "./postgres-binaries";

export type RunningPostgres = {
  /** URL of a database on this server, as its superuser. */
  url(database: string): string;
  /** True when a server of this data, left behind by a killed process, was taken over. */
  isAdopted: boolean;
  stop(): Promise<void>;
};

type Options = {
  /** Folder of the server: data, password, port, log. */
  dataDir: string;
  /** False for tests: no flush to disk. */
  durable: boolean;
  maxConnections?: number;
};

const user = "panel1";

/**
 * Starts the embedded PostgreSQL on loopback. The first start creates the data; a start after `kill -9` recovers it, and takes
 * over a server that still runs on it. As root the server runs under another account; see `serverUser`.
 * Throws with the last lines of the server's log when it does not come up.
 */
export async function startPostgres({
  dataDir,
  durable,
  maxConnections = 100,
}: Options): Promise<RunningPostgres> {
  const account = serverUser();
  const folder = reachableFolder(path.resolve(dataDir), account);
  const tools = account ? reachableBinaries(await binaries(), folder) : await binaries();
  const place = { folder, data: path.join(folder, "data"), log: path.join(folder, "postgres.log"), account };
  const password = readOrCreatePassword(folder);

  if (!existsSync(path.join(place.data, "PG_VERSION"))) await initialise(tools.initdb, place, password);

  const left = await leftBehind(place.data, password);
  if (left) return running(left.port, password, true, () => stopByPid(left.pid));

  const port = await choosePort(folder);
  const child = launch(tools.postgres, place, port, durable, maxConnections);
  await untilReady(child, place.log, urlOf(port, password, "postgres"));
  return running(port, password, false, () => stopChild(child));
}

/** Creates a database unless it exists. */
export async function ensureDatabase(server: RunningPostgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

type Place = { folder: string; data: string; log: string; account: ServerUser | undefined };

/** Root's private folders are closed to the server's account: then the data lives below /var/lib/panel1. */
function reachableFolder(wanted: string, account: ServerUser | undefined): string {
  mkdirSync(wanted, { recursive: true });
  if (account === undefined) return wanted;

  chmodSync(wanted, 0o755);
  if (isReachable(wanted)) return wanted;
  const elsewhere = path.join(
    "/var/lib/panel1",
    createHash("sha256").update(wanted).digest("hex").slice(0, 12),
  );
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  writeFileSync(path.join(wanted, "location"), `${elsewhere}\n`);
  return elsewhere;
}

function readOrCreatePassword(folder: string): string {
  const file = path.join(folder, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Made in a folder of its own and renamed when complete, so that a kill in the middle leaves nothing half made. */
async function initialise(initdb: string, { folder, data, account }: Place, password: string): Promise<void> {
  const draft = path.join(folder, "data.new");
  const passwordFile = path.join(folder, "password.init");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const owned of [draft, passwordFile]) chownSync(owned, account.uid, account.gid);

  const flags = [
    "-D",
    draft,
    "-U",
    user,
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
    "-E",
    "UTF8",
    "--locale=C",
  ];
  const child = spawn(initdb, flags, {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: folder,
    env: environment(),
    ...account,
  });
  let complaint = "";
  child.stderr?.on("data", (text) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("exit", resolve),
  );
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`The database could not be created: ${lastLines(complaint)}`);
  renameSync(draft, data);
}

function launch(
  postgres: string,
  place: Place,
  port: number,
  durable: boolean,
  maxConnections: number,
): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: maxConnections,
    shared_buffers: "128MB",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(place.log, "w");
  // A group of its own: Ctrl-C reaches us, and we stop the server after those who use it.
  const child = spawn(postgres, ["-D", place.data, "-p", String(port), ...flags], {
    stdio: ["ignore", log, log],
    cwd: place.folder,
    env: environment(),
    detached: true,
    ...place.account,
  });
  closeSync(log);
  writeFileSync(path.join(place.folder, "port"), String(port));
  return child;
}

/** The server needs no secret of ours in its environment. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, SYSTEMROOT, TZ } = process.env;
  const kept = { PATH, LD_LIBRARY_PATH, SYSTEMROOT, TZ, LC_ALL: "C" };
  return Object.fromEntries(
    Object.entries(kept).filter(([, value]) => value !== undefined),
  ) as NodeJS.ProcessEnv;
}

async function untilReady(child: ChildProcess, log: string, url: string): Promise<void> {
  let ended: number | null | undefined;
  child.once("exit", (code) => {
    ended = code;
  });
  child.once("error", () => {
    ended = -1;
  });
  const patience = Date.now() + 120_000;
  while (Date.now() < patience) {
    if (ended !== undefined)
      throw new Error(`PostgreSQL did not start: ${lastLines(readFileSync(log, "utf8"))}`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not become ready: ${lastLines(readFileSync(log, "utf8"))}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A server that a killed process left running on our data; recognised by its own pid file and by our password. */
async function leftBehind(
  data: string,
  password: string,
): Promise<{ pid: number; port: number } | undefined> {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;

  const [pidText, , , portText] = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(pidText), Number(portText)];
  if (!isAlive(pid) || !port) return undefined;
  const url = urlOf(port, password, "postgres");
  // It may be stopping or still recovering: give it a moment before we start beside it, which it would refuse.
  for (let tries = 0; tries < 40 && isAlive(pid); tries += 1) {
    if (await answers(url)) return { pid, port };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function running(
  port: number,
  password: string,
  isAdopted: boolean,
  stop: () => Promise<void>,
): RunningPostgres {
  return { url: (database) => urlOf(port, password, database), isAdopted, stop };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** SIGINT is PostgreSQL's fast shutdown: roll back, disconnect, checkpoint. SIGQUIT, if that takes too long, needs recovery. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), 20_000);
  await exit;
  clearTimeout(timer);
}

async function stopByPid(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  for (let tries = 0; isAlive(pid) && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The port of the last start where it is free, so that tools keep their settings; else any free one. */
async function choosePort(folder: string): Promise<number> {
  const file = path.join(folder, "port");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  return (last > 0 && (await freePort(last))) || ((await freePort(0)) as number);
}

/** The port if it can be listened on, undefined when it is taken; 0 asks for any. */
export function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function lastLines(text: string): string {
  const lines = text.trim().split("\n").slice(-5).join("\n");
  const isFull = /No space left on device/i.test(lines);
  return isFull
    ? `${lines}\nThe disk is full: free some space and start again.`
    : lines || "no reason was given";
}
