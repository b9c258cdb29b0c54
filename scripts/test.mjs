import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, isInstalled, requireNode } from "./install.mjs";

/**
 * `npm test`. Plain JavaScript without dependencies up to the point where they are installed; then scripts/test/main.ts
 * takes over.
 */
requireNode();
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

if (!isInstalled()) await install();

const tsx = path.join(root, "node_modules/tsx/dist/loader.mjs");
const child = spawn(
  process.execPath,
  ["--import", tsx, path.join(root, "scripts/test/main.ts"), ...process.argv.slice(2)],
  { stdio: ["ignore", "inherit", "inherit", "ipc"] },
);
child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
// Ctrl-C reaches the child by itself; it ends once, however often it is told.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));

async function install() {
  const started = Date.now();
  console.log("… installing packages (about two minutes the first time)");
  try {
    await ensureInstalled();
    console.log(`✓ packages installed  ${((Date.now() - started) / 1_000).toFixed(1)} s`);
  } catch (error) {
    console.error(`✗ packages: ${error.message}\n0 passed, 1 failed`);
    process.exit(1);
  }
}
