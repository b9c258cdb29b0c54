import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort } from "@/scripts/system/ports";
import { pause } from "@/scripts/system/processes";
import { binaries, reachableBinaries, serverUser } from "./postgres-binaries";
import { initialise, type Place, preparePlace, readOrCreatePassword, superuser } from "./postgres-place";
import { clearLeftBehind, launch, stopChild, untilReady } from "./postgres-process";

export type RunningPostgres = {
  /** URL of a database on this server, as its superuser. */
  url(database: string): string;
  pid: number;
  /** Settles when the server's process ends, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  /** Folder of the server: data, password, port, log. */
  dataDir: string;
  /** False for tests: nothing is flushed to disk. */
  durable: boolean;
  maxConnections?: number;
};

/**
 * Starts the embedded PostgreSQL on loopback. The first start creates the data; a start after `kill -9` clears what was left
 * behind and recovers. As root the server runs under another account (`serverUser`). One process at a time may call this for
 * a folder. Throws with the end of the server's log when it does not come up.
 */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const account = serverUser();
  const place = preparePlace(options.dataDir, account);
  const tools = account ? reachableBinaries(await binaries(), place.folder) : await binaries();
  const password = readOrCreatePassword(place);

  await initialise(tools.initdb, place, password);
  await clearLeftBehind(place);
  return launchPatiently(tools.postgres, place, password, options);
}

/**
 * Tries again for a while: the helpers of a server that was killed hold its memory for a moment, and a port that was free may
 * be taken by another process.
 */
async function launchPatiently(
  postgres: string,
  place: Place,
  password: string,
  { durable, maxConnections = 100 }: Options,
): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(place);
    const child = launch(postgres, place, { port, durable, maxConnections });
    const ended = new Promise<void>((resolve) =>
      child.once("exit", () => resolve()).once("error", () => resolve()),
    );
    const url = (database: string) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
    try {
      await untilReady(child, place, url("postgres"));
      return { url, pid: child.pid as number, ended, stop: () => stopChild(child) };
    } catch (error) {
      await stopChild(child);
      const mayPass = /shared memory|Address already in use|lock file/i.test((error as Error).message);
      if (!mayPass || attempt === 5) throw error;
      await pause(500);
    }
  }
}

/** The port of the last start where it is free, so that tools keep their settings; else any free one. */
async function choosePort({ folder }: Place): Promise<number> {
  const file = path.join(folder, "port");
  const port = await freePort(existsSync(file) ? Number(readFileSync(file, "utf8")) : 0);
  writeFileSync(file, String(port));
  return port;
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
