import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isAlive } from "../system/processes";
import { ChildEnded, Children } from "./children";

let folder: string;
let children: Children;
let hopeless: string[];

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  folder = mkdtempSync(path.join(tmpdir(), "panel1-test-children-"));
  hopeless = [];
  children = new Children((name) => hopeless.push(name), 10);
});
afterEach(async () => {
  await children.stop();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A child that counts its lives in a file, says so, and goes on until it is ended. */
function aChild(afterwards = "") {
  const script = path.join(folder, "child.mjs");
  const lives = path.join(folder, "lives");
  writeFileSync(
    script,
    `import { appendFileSync, readFileSync } from "node:fs";
     appendFileSync(${JSON.stringify(lives)}, process.pid + "\\n");
     const life = readFileSync(${JSON.stringify(lives)}, "utf8").trim().split("\\n").length;
     process.once("SIGTERM", () => process.exit(0));
     process.once("disconnect", () => process.exit(0));
     ${afterwards}
     process.send({ life });`,
  );
  const pids = () => readFileSync(lives, "utf8").trim().split("\n").map(Number);
  return { spec: { name: "child", script, environment: { PATH: process.env.PATH } }, pids };
}

describe("long-running children", () => {
  test("are ready when they say so, and end when they are told", async () => {
    const { spec, pids } = aChild();
    expect(await children.start(spec)).toEqual({ life: 1 });
    await children.stop();
    expect(pids().map(isAlive)).toEqual([false]);
  });

  test("one that ends before it is ready is a failure of the start", async () => {
    const { spec } = aChild("process.exit(98);");
    const failure: ChildEnded = await children.start(spec).then(
      () => expect.fail("it was ready"),
      (error) => error,
    );
    expect(failure).toBeInstanceOf(ChildEnded);
    expect(failure.code).toBe(98);
  });

  test("one that is killed is started again", async () => {
    const { spec, pids } = aChild();
    await children.start(spec);
    process.kill(pids()[0] ?? 0, "SIGKILL");
    await expect.poll(() => pids().length, { timeout: 10_000 }).toBe(2);
    expect(hopeless).toEqual([]);
  });

  test("one that keeps dying is given up", async () => {
    const { spec, pids } = aChild(
      'process.send({ life }); setTimeout(() => process.kill(process.pid, "SIGKILL"), 10);',
    );
    await children.start(spec);
    await expect.poll(() => hopeless, { timeout: 25_000 }).toEqual(["child"]);
    expect(pids()).toHaveLength(5);
  });
});
