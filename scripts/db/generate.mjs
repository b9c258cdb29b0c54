import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Generates the Prisma client, without the network, when the schema changed. The CLI would download an engine that it does
 * not use here; naming any existing file keeps it from that.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const output = path.join(root, "lib/core/db/generated");
const stamp = path.join(output, ".schema-hash");

const folder = path.join(root, "prisma/schema");

/** Throws with the generator's own words when the schema is wrong. */
export function ensureGenerated() {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(path.join(folder, name)));
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  const cli = path.join(root, "node_modules/prisma/build/index.js");
  const environment = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const result = spawnSync(process.execPath, [cli, "generate", "--schema", folder], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureGenerated();
