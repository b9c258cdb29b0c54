import { parseArgs } from "node:util";

export type SimulationOptions = { clients: number; months: number; seed: number };

export const usage = `Usage: npm run simulate -- [--clients N] [--months M] [--seed S]

Runs a company through time on a database of its own and checks the books after each month.
  --clients N   clients who sign up in all (1 to 100000, usual 50)
  --months M    months that pass (1 to 600, usual 12)
  --seed S      source of chance: the same seed gives the same company (usual 1)`;

/** Throws RangeError or TypeError with a sentence for the person at the keyboard. */
export function parseOptions(args: readonly string[]): SimulationOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clients: { type: "string", default: "50" },
      months: { type: "string", default: "12" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    clients: whole("clients", values.clients, 1, 100_000),
    months: whole("months", values.months, 1, 600),
    seed: whole("seed", values.seed, 0, 2 ** 32 - 1),
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new RangeError(`--${name} must be a whole number from ${least} to ${most}.`);
  }
  return number;
}
