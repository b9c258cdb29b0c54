import { type Bare, openBare } from "./durable-bare";
import { growthCases } from "./durable-growth";
import { openStage, type RunTimes, type Stage, type StepCount } from "./durable-stage";
import { quantile } from "./measure";
import type { BenchCase, BenchContext, BenchDefinition, Measure } from "./types";

const crowds = [1, 16, 64];
let stage: Stage | undefined;
let bare: Bare | undefined;
let runsOf = { speed: { 1: 0, 10: 0 }, growth: 0 };

/**
 * What durability costs. The limit of a run is as many jobs of the same queue and as many calls to the same route, one after the
 * other, as the run needs calls: one for each step and one that ends it.
 */
export const bench: BenchDefinition = {
  name: "durable",
  description:
    "runs and steps on the local server, against the bare jobs of its queue plus the bare calls to the app",
  async setup({ size }: BenchContext) {
    runsOf = { speed: { 1: 300, 10: 60 }, growth: size === "L" ? 100_000 : 2_000 };
    stage = await openStage();
    bare = await openBare(stage);
    await Promise.all(Array.from({ length: 50 }, () => theStage().run(1)));
    await stage.settled();
  },
  async teardown() {
    await bare?.stop();
    await stage?.stop();
    bare = stage = undefined;
  },
  cases: () => [
    ...crowds.flatMap((crowd) => [speed(crowd, 1), speed(crowd, 10)]),
    ...growthCases(theStage(), runsOf.growth),
  ],
};

function theStage(): Stage {
  if (!stage) throw new Error("The bench is not set up.");
  return stage;
}

function speed(crowd: number, steps: StepCount): BenchCase {
  const title =
    steps === 1
      ? `runs of 1 step, ${crowd} at once; event to step`
      : `steps of runs of 10, ${crowd} at once; step to step`;
  return {
    case: title,
    unit: steps === 1 ? "runs/s" : "steps/s",
    better: "higher",
    goal: 0.5,
    floor: 0.3,
    ours: () => durableSpeed(crowd, steps),
    limit: () => bareSpeed(crowd, steps),
  };
}

async function durableSpeed(crowd: number, steps: StepCount): Promise<Measure> {
  const all: RunTimes[] = [];
  const count = countFor(crowd, steps);
  const seconds = await timed(async () => {
    await inCrowd(crowd, count, async () => {
      all.push(await theStage().run(steps));
    });
    await theStage().settled();
  });
  const waits = all.flatMap(({ sentAt, stepsAt }) =>
    steps === 1 ? [(stepsAt[0] ?? 0) - sentAt] : stepsAt.slice(1).map((at, n) => at - (stepsAt[n] ?? 0)),
  );
  waits.sort((a, b) => a - b);
  return { value: (count * steps) / seconds, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99) };
}

async function bareSpeed(crowd: number, steps: StepCount): Promise<Measure> {
  const { job, call } = bare as Bare;
  const count = countFor(crowd, steps);
  const calls = count * (steps + 1);
  const seconds =
    (await timed(() => inCrowd(crowd, calls, job))) + (await timed(() => inCrowd(crowd, calls, call)));
  return { value: (count * steps) / seconds };
}

/** One at a time takes longer: fewer of them are enough. */
function countFor(crowd: number, steps: StepCount): number {
  return Math.ceil(runsOf.speed[steps] * (crowd === 1 ? 0.25 : 1));
}

/** Does a piece of work `count` times, as many at once as there are in the crowd. */
export async function inCrowd(crowd: number, count: number, work: () => Promise<unknown>): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: crowd }, one));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
