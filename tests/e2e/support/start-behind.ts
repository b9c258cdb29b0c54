import { spawn } from "node:child_process";
import path from "node:path";

/** Starts the server of `behind.ts` with the product's environment; resolves with its address and how to end it. */
export async function startBehind(
  environment: Record<string, string>,
): Promise<{ url: string; stop: () => void }> {
  const tsx = path.resolve("node_modules/tsx/dist/loader.mjs");
  const script = path.resolve("tests/e2e/support/behind.ts");
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", tsx, script], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: environment as NodeJS.ProcessEnv,
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (said) => resolve(String(said)));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code} before it was ready.`)));
  });
  return { url, stop: () => child.kill() };
}
