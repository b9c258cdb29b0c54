import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

type Holder = { pid: number; bornAt: string; url: string };

/** Another `npm start` serves this data. */
export class DataInUse extends Error {
  override name = "DataInUse";

  constructor(dataDir: string, { pid, url }: Holder) {
    super(
      `Panel1 already runs on ${dataDir} (process ${pid}, ${url}).\n` +
        `Open that address, end that process, or start a second installation with --data-dir and --port of its own.`,
    );
  }
}

/**
 * Marks a data folder as in use by this process. A mark whose process is gone, for instance after `kill -9`, is taken over:
 * a process is recognised by its number and the moment it was born, since numbers are used again.
 * Throws DataInUse. Returns the function that takes the mark away.
 */
export function lockData(dataDir: string, url: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "running.json");
  const mine: Holder = { pid: process.pid, bornAt: birthOf(process.pid), url };

  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 2) throw error;
      const holder = readHolder(file);
      if (holder && isRunning(holder)) throw new DataInUse(dataDir, holder);
      rmSync(file, { force: true });
    }
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, bornAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return birthOf(pid) === bornAt;
}

/** When a process was born, in clock ticks since boot; empty where the system does not tell. */
function birthOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return "";
  // The name stands in parentheses and may hold anything; the 22nd field counts from behind it.
  return readFileSync(file, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
}
