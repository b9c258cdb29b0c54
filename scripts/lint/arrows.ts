import { fileURLToPath } from "node:url";
import { cruiseArrows } from "./cruise";

/**
 * Holds the arrows of the house. Exit 1 on any broken arrow, and also when nothing was cruised: a compiler without
 * its API makes the cruiser pass with 0 modules, a check that silently stopped checking.
 */
const root = process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url));
const { modules, dependencies, broken } = await cruiseArrows(root);

for (const { rule, from, to, comment } of broken) {
  console.log(`${from} ${rule} -> ${to}${comment ? ` (${comment})` : ""}`);
}
if (modules === 0 || dependencies === 0) {
  console.error("arrows: 0 modules cruised; the check did not look at anything");
  process.exit(1);
}

console.log(`arrows: ${modules} modules, ${dependencies} dependencies, ${broken.length} broken`);
process.exit(broken.length === 0 ? 0 : 1);
