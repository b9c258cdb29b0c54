import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DataInUse, lockData, runningHolder } from "./lock.mjs";

const url = "http://localhost:3000";
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "panel1-test-lock-"));
  file = path.join(folder, "running.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = () => JSON.parse(readFileSync(file, "utf8"));

describe("a data folder in use", () => {
  test("is marked with the process and its address until it is released", async () => {
    const lock = await lockData(folder, url);
    expect(holder()).toMatchObject({ pid: process.pid, url });
    expect(runningHolder(folder)).toMatchObject({ pid: process.pid });
    lock.release();
    expect(runningHolder(folder)).toBeUndefined();
  });

  test("refuses a second start, and says who runs where", async () => {
    const lock = await lockData(folder, url);
    const refused = await lockData(folder, url).catch((error) => error);
    expect(refused).toBeInstanceOf(DataInUse);
    expect(refused.message).toContain(`process ${process.pid}, ${url}`);
    expect(refused.message).toContain("--data-dir");
    lock.release();
  });

  test("is taken over from a process that was killed", async () => {
    const code = `import { lockData } from ${JSON.stringify(path.resolve("scripts/start/lock.mjs"))};
      await lockData(${JSON.stringify(folder)}, "http://localhost:1"); process.kill(process.pid, "SIGKILL");`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", code]);
    await new Promise((resolve) => child.once("exit", resolve));
    expect(holder()).toMatchObject({ pid: child.pid });

    const lock = await lockData(folder, url);
    expect(holder()).toMatchObject({ pid: process.pid, url });
    lock.release();
  });

  test("is taken over when its number belongs to another process by now", async () => {
    writeFileSync(file, JSON.stringify({ pid: process.ppid, bornAt: "1", url }));
    const lock = await lockData(folder, url);
    expect(holder()).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test("is taken over when the mark is no mark at all", async () => {
    writeFileSync(file, "{");
    const lock = await lockData(folder, url);
    expect(holder()).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test("is waited for while the one before is ending", async () => {
    const first = await lockData(folder, url);
    first.announceEnd();
    const lines: string[] = [];
    const waiting = lockData(folder, "http://localhost:4000", (line) => {
      lines.push(line);
      first.release();
    });
    const second = await waiting;
    expect(lines).toEqual([expect.stringContaining("which is ending")]);
    expect(holder()).toMatchObject({ url: "http://localhost:4000" });
    second.release();
  });

  test("is given to one of many that come at the same moment after a kill", async () => {
    writeFileSync(file, JSON.stringify({ pid: 0, bornAt: "", url }));
    const code = `import { lockData } from ${JSON.stringify(path.resolve("scripts/start/lock.mjs"))};
      await lockData(${JSON.stringify(folder)}, "x").then(() => process.stdin.resume(), () => process.exit(1));
      process.stdin.once("end", () => process.exit(0));`;
    const children = Array.from({ length: 5 }, () =>
      spawn(process.execPath, ["--input-type=module", "--eval", code], {
        stdio: ["pipe", "ignore", "ignore"],
      }),
    );
    const codes: (number | null)[] = [];
    await Promise.all(
      children.map(async (child) => {
        codes.push(await new Promise((resolve) => child.once("exit", resolve)));
        // The winner keeps the folder until all others have been refused.
        if (codes.length === children.length - 1) for (const { stdin } of children) stdin.end();
      }),
    );
    expect(codes).toEqual([1, 1, 1, 1, 0]);
  });
});
