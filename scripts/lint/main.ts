import { fileURLToPath } from "node:url";
import { readHouse } from "./house";
import { lintHouse } from "./lint";

/** Holds the rules of the house that the formatter and the type checker do not know. One line per finding, exit 1 on any. */
const house = readHouse(process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url)));
const findings = lintHouse(house);

for (const { path, line, column, rule, message } of findings) {
  console.log(`${path}:${line}:${column} ${rule} ${message}`);
}
if (house.sources.size === 0) {
  console.error("lint: 0 files read; the rules did not look at anything");
  process.exit(1);
}

console.log(`lint: ${house.sources.size} files, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
