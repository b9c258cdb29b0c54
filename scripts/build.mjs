import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = path.join(root, ".next/.panel1-sources");
/** What Next writes last. */
const buildId = path.join(root, ".next/BUILD_ID");
const endWithParent = new URL("system/end-with-parent.mjs", import.meta.url).href;
const folders = [
  "app",
  "components",
  "lib",
  "inngest",
  "plugins",
  "messages",
  "public",
  "prisma/schema",
  "client",
];
const files = [
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "package-lock.json",
  "tsconfig.json",
  "postcss.config.mjs",
];

/** One hash over everything that the build reads. Tests are not part of it. */
function sourcesHash() {
  const hash = createHash("sha256");
  const add = (file) => hash.update(path.relative(root, file)).update("\0").update(readFileSync(file));
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) entry.name === "generated" || walk(full);
      else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) add(full);
    }
  };
  for (const folder of folders) if (existsSync(path.join(root, folder))) walk(path.join(root, folder));
  for (const file of files) if (existsSync(path.join(root, file))) add(path.join(root, file));
  return hash.digest("hex");
}

export function isBuilt() {
  return existsSync(buildId) && existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesHash();
}

/** Builds when the sources changed since the last finished build. Rejects with the build's last lines. */
export async function ensureBuilt(onLine = () => {}) {
  if (isBuilt()) return false;

  const hash = sourcesHash();
  rmSync(stamp, { force: true });
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, ["--import", endWithParent, next, "build"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...process.env,
      PANEL1_PARENT: String(process.pid),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said = (said + text).slice(-6_000);
      onLine(String(text).trim().split("\n").at(-1) ?? "");
    });
  }
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  process.removeListener("exit", stop);
  if (code !== 0 || !existsSync(buildId)) {
    throw new Error(
      /ENOSPC/.test(said)
        ? "The disk is full: the build needs about 500 MB."
        : `The build failed:\n${said.trim()}`,
    );
  }
  writeFileSync(stamp, hash);
  return true;
}
