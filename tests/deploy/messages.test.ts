import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { read } from "./support";

const page = read("docs/operators/troubleshooting.md");
const explained = page.slice(page.indexOf("## Before anything runs"), page.indexOf("## While it runs"));

const own = ["scripts", "scripts/start", "scripts/db", "scripts/system"].flatMap(filesIn);
const sources = [...own, "lib/core/config/load.ts", "lib/core/config/schema.ts"].map(read).join("\n");

/** What others say through us. */
const foreign = ["Unknown option", "permission denied to create role", "lock timeout"];

test("every message that troubleshooting explains is one that the commands print", () => {
  const messages = [...explained.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, message]) => message as string),
  );
  expect(messages.length).toBeGreaterThan(35);

  const fragments = messages
    .filter((message) => !foreign.some((other) => message.startsWith(other)))
    .flatMap((message) => message.split(/ ?… ?/).map((part) => part.trim()))
    .filter((part) => part.length > 3);
  expect(fragments.filter((part) => !sources.includes(part))).toEqual([]);
});

test("every message with which a start ends is explained in troubleshooting", () => {
  const starting = own
    .filter((file) => !/migration\.ts$|engine\.ts$/.test(file))
    .map(read)
    .join("\n");
  const thrown = starting.matchAll(
    /(?:new (?:Error|MigrationRefused)|onHopeless|giveUp)\(\s*["`]([^"`$\\]{8,})|return ["`]([A-Z][^"`$\\]{8,})/g,
  );
  const beginnings = [...thrown].map(([, first, second]) =>
    (first ?? second ?? "").trim().slice(0, 24).trim(),
  );
  expect(beginnings.length).toBeGreaterThan(15);
  expect([...new Set(beginnings)].filter((beginning) => !page.includes(beginning))).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /(?<!\.test)\.(?:ts|mjs)$/.test(name) && name !== "test.mjs")
    .map((name) => `${folder}/${name}`);
}
