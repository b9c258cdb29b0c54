import { parseArgs } from "node:util";
import { ensureGenerated } from "../db/generate.mjs";
import { runBench } from "./harness";
import type { BenchDefinition } from "./types";

const benches: Record<string, () => Promise<{ bench: BenchDefinition }>> = {
  api: () => import("./api"),
  auth: () => import("./auth"),
  durable: () => import("./durable"),
  "durable-kills": () => import("./durable-kills"),
  number: () => import("./number"),
  queries: () => import("./queries"),
  rls: () => import("./rls"),
  search: () => import("./search"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { large: { type: "boolean", default: false } },
});
const load = benches[positionals[0] ?? ""];
if (load === undefined) {
  console.log("Usage: npm run bench -- NAME [--large]\n\nNAME is one of:");
  for (const name of Object.keys(benches).sort()) console.log(`  ${name}`);
  process.exit(positionals.length === 0 ? 0 : 2);
}

ensureGenerated();
const { bench } = await load();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await bench.teardown?.();
    process.exit(130);
  });
}
await runBench(bench, { size: values.large ? "L" : "S" });
process.exit(0);
