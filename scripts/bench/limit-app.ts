import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../system/ports";
import type { Statement } from "./recorder";

export type LimitApp = { url: string; stop(): Promise<void> };

export type LimitRoute = { name: string; statements: readonly Pick<Statement, "text" | "values">[] };

/**
 * A Next application with nothing in it but route handlers that send SQL through the driver: what the stack can do at best. It
 * lies outside the checkout, whose proxy and instrumentation a build below it would take in.
 */
export async function startLimitApp(
  databaseUrl: string,
  tenantId: string,
  routes: LimitRoute[],
  core: number | undefined,
): Promise<LimitApp> {
  const folder = await mkdtemp(path.join(tmpdir(), "panel1-limit-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await write(folder, routes);
    build(folder);
  } catch (error) {
    await removeFolder();
    throw error;
  }

  const port = await freePort();
  const pinned = core === undefined ? [] : ["taskset", "-c", String(core)];
  const start = ["start", "-p", String(port), "-H", "127.0.0.1"];
  const [command = "", ...args] = [...pinned, process.execPath, nextOf(folder), ...start];
  const env = { ...environment(), DATABASE_URL: databaseUrl, TENANT_ID: tenantId };
  const child = spawn(command, args, { cwd: folder, env, stdio: "ignore" });
  const stop = async () => {
    const exit = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGTERM")) await exit;
    await removeFolder();
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilServing(`${url}/${routes[0]?.name}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function write(folder: string, routes: LimitRoute[]): Promise<void> {
  for (const { name, statements } of routes) {
    const place = path.join(folder, "app", name);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "route.js"), handler(statements));
  }
  await symlink(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
  await writeFile(path.join(folder, "app/layout.js"), layout);
  // The packages lie beyond the link: the bundler may look there.
  const settings = { serverExternalPackages: ["pg"], turbopack: { root: path.parse(folder).root } };
  await writeFile(path.join(folder, "next.config.mjs"), `export default ${JSON.stringify(settings)};\n`);
  await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
}

function build(folder: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [nextOf(folder), "build"], {
    cwd: folder,
    env: environment(),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

function nextOf(folder: string): string {
  return path.join(folder, "node_modules/next/dist/bin/next");
}

function environment() {
  return { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
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
