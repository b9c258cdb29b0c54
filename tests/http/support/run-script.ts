import { spawn } from "node:child_process";
import path from "node:path";

/**
 * Runs a script of this folder with the product's environment and returns what it prints last, read as JSON. In a process of its
 * own: the configuration is read once per process, and this one runs for other tests too.
 */
export async function runScript<Printed>(
  name: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): Promise<Printed> {
  const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
  const script = path.resolve("tests/http/support", name);
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", tsx, script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment as NodeJS.ProcessEnv,
  });
  let printed = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${printed}`);
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Printed;
}
