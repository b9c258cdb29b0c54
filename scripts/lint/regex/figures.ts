import { fileURLToPath } from "node:url";
import { readHouse } from "../house";
import { findingAt } from "../source";
import { attack } from "./attack";
import { meetsStrangers, regexesOf } from "./collect";

/** Prints the slowest expressions of the product under attack by 100,000 characters, and how many take over 50 ms. */
const house = readHouse(process.argv[2] ?? fileURLToPath(new URL("../../..", import.meta.url)));
const measured = [...house.sources.values()]
  .filter(({ path }) => meetsStrangers(path))
  .flatMap((source) =>
    regexesOf(source).map(({ regex, node }) => {
      const { path, line } = findingAt(source, node, "", "");
      return { place: `${path}:${line}`, regex, ...attack(regex, { length: 100_000, budget: 1_000 }) };
    }),
  )
  .sort((one, other) => other.milliseconds - one.milliseconds);

for (const { place, regex, milliseconds, text } of measured.slice(0, 10)) {
  console.log(`${milliseconds.toFixed(1).padStart(8)} ms  ${place}  ${regex}  ${text}`);
}
const slow = measured.filter(({ milliseconds }) => milliseconds >= 50);
console.log(`regexes: ${measured.length}, over 50 ms: ${slow.length}`);
process.exit(slow.length === 0 ? 0 : 1);
