import { spawn, spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../system/ports";
import type { Statement } from "./recorder";

export type LimitApp = { url: string; stop(): Promise<void> };

export type LimitRoute = { name: string; statements: readonly Pick<Statement, "text" | "values">[] };

// Below the checkout, so that the same packages are found; the folder is ignored.
const folder = path.resolve(".panel1/bench-limit");
const next = path.resolve("node_modules/next/dist/bin/next");

/** A Next application with nothing in it but route handlers that send SQL through the driver: what the stack can do at best. */
export async function startLimitApp(
  databaseUrl: string,
  tenantId: string,
  routes: LimitRoute[],
  core: number | undefined,
): Promise<LimitApp> {
  await rm(folder, { recursive: true, force: true });
  for (const { name, statements } of routes) {
    const place = path.join(folder, "app", name);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "route.js"), handler(statements));
  }
  await writeFile(path.join(folder, "app/layout.js"), layout);
  await writeFile(path.join(folder, "next.config.mjs"), settings(path.resolve(".")));
  await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');

  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [next, "build"], { cwd: folder, env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);

  const port = await freePort();
  const pinned = core === undefined ? [] : ["taskset", "-c", String(core)];
  const [command = "", ...args] = [
    ...pinned,
    process.execPath,
    next,
    "start",
    "-p",
    String(port),
    "-H",
    "127.0.0.1",
  ];
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...env, DATABASE_URL: databaseUrl, TENANT_ID: tenantId },
    stdio: "ignore",
  });
  const stop = async () => {
    const exit = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGTERM")) await exit;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  await untilServing(`${url}/${routes[0]?.name}`);
  return { url, stop };
}

async function untilServing(url: string): Promise<void> {
  const patience = Date.now() + 30_000;
  while (Date.now() < patience) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}

/** One pool for all handlers; the company is a setting of each connection, for the narrow functions. */
function handler(statements: LimitRoute["statements"]): string {
  return `
import pg from "pg";
export const dynamic = "force-dynamic";
const pool = (globalThis.pool ??= new pg.Pool({
  connectionString: process.env.DATABASE_URL, max: 10, options: "-c app.tenant_id=" + process.env.TENANT_ID,
}));
const statements = ${JSON.stringify(statements.map(({ text, values }, index) => ({ name: `${hashOf(text)}_${index}`, text, values })))};
export async function GET() {
  let answer = [];
  for (const statement of statements) answer = (await pool.query(statement)).rows;
  return Response.json({ items: answer });
}
`;
}

function hashOf(text: string): string {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return `s${hash >>> 0}`;
}

const layout =
  "export default function Layout({ children }) { return <html><body>{children}</body></html>; }\n";

function settings(root: string): string {
  return `export default { serverExternalPackages: ["pg"], turbopack: { root: ${JSON.stringify(root)} } };\n`;
}
