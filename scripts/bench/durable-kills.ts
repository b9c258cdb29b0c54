import type { Findings } from "@/tests/support/durable-findings";
import { durableGround, type Ground } from "@/tests/support/durable-ground";
import { atOnce, upheaval } from "@/tests/support/durable-upheaval";
import { once } from "./once";
import type { BenchCase, BenchDefinition } from "./types";

const seed = 20_260_401;
const steps = 20;
let size = { runs: 100, kills: 50, outages: 10 };

/** What is promised when the server, or the database under it, dies in the middle: counted over a long row of strikes. */
export const bench: BenchDefinition = {
  name: "durable-kills",
  description: `workflows of ${steps} steps while the server is killed, and while PostgreSQL is stopped at once; counts against none`,
  async setup({ size: wanted }) {
    if (wanted === "L") size = { runs: 500, kills: 250, outages: 50 };
  },
  cases: () => [
    ...struck(`server killed ${size.kills} times`, size.kills, () => undefined),
    ...struck(`PostgreSQL stopped ${size.outages} times`, size.outages, ({ crash }) => crash),
  ],
};

function struck(
  title: string,
  strikes: number,
  strikeOf: (ground: Ground) => (() => Promise<void>) | undefined,
): BenchCase[] {
  const findings = once(async () => {
    const ground = await durableGround();
    try {
      const strike = strikeOf(ground);
      const { databaseUrl } = ground;
      const found = await upheaval({
        databaseUrl,
        runs: size.runs,
        steps,
        strikes,
        seed,
        ...(strike && { strike }),
      });
      console.log(`  ${title}: ${JSON.stringify(found)}`);
      return found;
    } finally {
      await ground.stop();
    }
  });
  const counted = (name: string, most: number, read: (found: Findings) => number): BenchCase => ({
    case: `${title}: ${name}`,
    unit: "count",
    better: "lower",
    goal: 1,
    floor: 1,
    ours: async () => ({ value: read(await findings()) }),
    limit: async () => ({ value: most }),
  });
  return [
    counted("strikes that met no work", 0, (found) => found.strikes - found.strikesUnderWork),
    counted("runs lost", 0, (found) => found.runsLost),
    counted("steps not recorded once", 0, (found) => found.stepsNotRecordedOnce),
    counted("effects missing", 0, (found) => found.effectsMissing),
    counted("effects repeated, of those under way", strikes * atOnce, (found) => found.effectsRepeated),
    counted("repeated without a strike", 0, (found) => found.effectsRepeatedWithoutStrike),
    counted("jobs, calls, events left open", 0, (found) => found.leftOpen),
  ];
}
