import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noEnv } from "./no-env";

test.each([
  "const url = process.env.DATABASE_URL;",
  "const { DATABASE_URL } = process.env;",
  "const { env } = process;",
  'const url = process["env"].DATABASE_URL;',
  "const url = globalThis.process.env.DATABASE_URL;",
  'import { env } from "node:process";',
])("the environment read by %s is refused outside the configuration", (text) => {
  expect(findingsIn(noEnv, "lib/billing/queries.ts", text)).toEqual(["1 no-env"]);
});

test.each([
  "lib/core/config/load.ts",
  "scripts/start.ts",
  "server/main.ts",
  "next.config.ts",
  "instrumentation.ts",
  "tests/support/database.ts",
  "lib/billing/queries.test.ts",
])("%s may read the environment", (path) => {
  expect(findingsIn(noEnv, path, "process.env.DATABASE_URL")).toEqual([]);
});
