import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Holder The process that serves a data folder.
 * @property {number} pid
 * @property {string} bornAt When the process was born: numbers are used again.
 * @property {string} url
 * @property {boolean} [isEnding] It has been told to end and is on its way.
 */

/** A holder that was killed together with npm notices within this time that it is alone, and then says that it ends. */
const noticeMs = 1_500;
const endingMs = 60_000;

/** Another `npm start` serves this data. */
export class DataInUse extends Error {
  name = "DataInUse";

  /**
   * @param {string} dataDir
   * @param {Holder} holder
   */
  constructor(dataDir, { pid, url }) {
    super(
      `Panel1 already runs on ${dataDir} (process ${pid}, ${url}).\n` +
        "Open that address, end that process, or start a second installation with --data-dir and --port of its own.",
    );
  }
}

/**
 * Marks a data folder as in use by this process. A mark whose process is gone, for instance after `kill -9`, is taken over;
 * one whose process is ending is waited for. Rejects with DataInUse.
 * @param {string} dataDir
 * @param {string} url
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ announceEnd(): void, release(): void }>}
 */
export async function lockData(dataDir, url, say = console.log) {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "running.json");
  const mine = { pid: process.pid, bornAt: birthOf(process.pid), url };
  const begun = performance.now();
  let isSaid = false;

  while (!tryLock(file, mine)) {
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (!isRunning(holder)) {
      takeAway(file, holder);
      continue;
    }
    const waited = performance.now() - begun;
    if (waited > (holder.isEnding ? endingMs : noticeMs)) throw new DataInUse(dataDir, holder);
    if (holder.isEnding && !isSaid) say(`  … waiting for process ${holder.pid}, which is ending`);
    isSaid ||= holder.isEnding === true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    announceEnd: () => replace(file, { ...mine, isEnding: true }),
    release: () => rmSync(file, { force: true }),
  };
}

/**
 * The `npm start` that runs on a data folder, if one does.
 * @param {string} dataDir
 * @returns {Holder | undefined}
 */
export function runningHolder(dataDir) {
  const holder = readHolder(path.join(dataDir, "running.json"));
  return holder && isRunning(holder) ? holder : undefined;
}

/** Whole or not at all: a link to a file that is complete. */
function tryLock(file, mine) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the mark of a process that is gone; put back when another newcomer was faster and the mark is his. */
function takeAway(file, stale) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (JSON.stringify(readHolder(aside)) !== JSON.stringify(stale)) linkSync(aside, file);
  } catch {
    // Gone, or there again: the next look tells.
  } finally {
    rmSync(aside, { force: true });
  }
}

function replace(file, holder) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  renameSync(draft, file);
}

/** Undefined when there is none. An unreadable one is nobody's: it was not written by `tryLock`. */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return { pid: 0, bornAt: "", url: "" };
    return undefined;
  }
}

function isRunning({ pid, bornAt }) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return birthOf(pid) === bornAt;
}

/** When a process was born, in clock ticks since boot; empty where the system does not tell. */
function birthOf(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return "";
  try {
    // The name stands in parentheses and may hold anything; the 22nd field counts from behind it.
    return readFileSync(file, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
