import { ensureGenerated } from "../db/generate.mjs";
import { parseOptions, type SimulationOptions, usage } from "./options";

const options = read(process.argv.slice(2));
ensureGenerated();
// After the client was generated: what it imports needs it.
const { simulateOnScratch } = await import("./on-scratch");
process.exit((await simulateOnScratch(options)) ? 0 : 1);

function read(args: string[]): SimulationOptions {
  try {
    const parsed = parseOptions(args);
    if (parsed !== "help") return parsed;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
