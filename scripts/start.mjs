import { spawn } from "node:child_process";
import { existsSync, readFileSync, statfsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, isInstalled, requireNode } from "./install.mjs";
import { runningHolder } from "./start/lock.mjs";

/**
 * `npm start`. Plain JavaScript without dependencies up to the point where they are installed; then scripts/start/main.ts
 * takes over.
 */
requireNode();
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const arguments_ = process.argv.slice(2);
if (!isInstalled() && !arguments_.includes("--help")) await install();

const tsx = path.join(root, "node_modules/tsx/dist/loader.mjs");
if (!existsSync(tsx)) {
  console.log(
    "Usage: npm start -- [--port N] [--data-dir DIR] [--demo] [--help]\nThe full help appears once the packages are installed.",
  );
  process.exit(0);
}

const child = spawn(
  process.execPath,
  ["--conditions=react-server", "--import", tsx, path.join(root, "scripts/start/main.ts"), ...arguments_],
  {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  },
);
child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
// Ctrl-C reaches the child by itself as well: being told twice does it no harm.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));

// npm that was killed cannot pass anything on: nobody would end us.
if (process.env.npm_lifecycle_event) {
  const born = lineage();
  setInterval(() => {
    if (lineage() !== born) child.kill("SIGTERM");
  }, 250).unref();
}

/** Our parent and, where that is the shell between npm and us, its parent. */
function lineage() {
  const parent = process.ppid;
  try {
    const isShell = /^\S*sh\0-c\0/.test(readFileSync(`/proc/${parent}/cmdline`, "utf8"));
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return isShell ? `${parent} ${stat.split(") ").at(-1)?.split(" ")[1]}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}

async function install() {
  const holder = runningHolder(path.join(root, ".panel1"));
  if (holder) {
    console.error(
      `Panel1 runs from this folder (process ${holder.pid}, ${holder.url}), and package-lock.json has changed since.\n` +
        "End it, then start again: the packages are installed anew.",
    );
    process.exit(1);
  }
  const started = Date.now();
  const free = statfsSync(root);
  if (free.bavail * free.bsize < 2_500_000_000) {
    console.error(
      `The disk is too full: the packages need about 2.5 GB, ${((free.bavail * free.bsize) / 1e9).toFixed(1)} GB are free.`,
    );
    process.exit(1);
  }
  const seconds = () => `${((Date.now() - started) / 1_000).toFixed(1)} s`;
  const ticker = setInterval(() => console.log(`  … installing packages, ${seconds()}`), 10_000);
  try {
    console.log("  … installing packages (about two minutes the first time)");
    await ensureInstalled();
    console.log(`✓ packages installed  ${seconds()}`);
  } catch (error) {
    console.error(`✗ packages: ${error.message}`);
    process.exit(1);
  } finally {
    clearInterval(ticker);
  }
}
