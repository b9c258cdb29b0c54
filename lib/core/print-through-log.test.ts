import { Console } from "node:console";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { Log } from "@/lib/core/log";
import { printThroughLog } from "@/lib/core/print-through-log";

test("log injection: what a library prints is one line of the log, without the objects in it", () => {
  const target = new Console(new Writable());
  const lines: unknown[][] = [];
  const keep = (...line: unknown[]) => void lines.push(line);
  const kept: Log = { debug: keep, info: keep, warn: keep, error: keep, with: () => kept };
  printThroughLog(target, kept);

  const error = new SyntaxError('Unexpected token in "\n{"level":30}"');
  target.error("⨯", error, { digest: "1", password: "hunter2" });
  target.log("ready", 1);
  expect(lines).toEqual([
    ["printed by a library", { reason: "⨯", error }],
    ["printed by a library", { reason: "ready" }],
  ]);
});
