import { spawn } from "node:child_process";
import path from "node:path";

/**
 * Runs a script of ours as server code in a process of its own, since the configuration is read once per process, and returns
 * what it printed as its last line, from JSON.
 */
export async function runServerScript<Result>(
  script: string,
  environment: Record<string, string>,
): Promise<Result> {
  const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
  const args = ["--conditions=react-server", "--import", tsx, path.resolve(script)];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment as NodeJS.ProcessEnv,
  });
  let printed = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${printed}`);
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Result;
}
