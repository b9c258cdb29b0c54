import { afterAll, expect, test } from "vitest";
import { durableGround } from "@/tests/support/durable-ground";
import { atOnce, upheaval } from "@/tests/support/durable-upheaval";

const strikes = 4;

test("F-04: PostgreSQL stopped at once and started again in the middle: every run ends, each step recorded once", {
  timeout: 240_000,
}, async () => {
  const ground = await durableGround();
  afterAll(() => ground.stop());
  const { databaseUrl, crash } = ground;

  const found = await upheaval({ databaseUrl, runs: 12, steps: 20, strikes, seed: 11, strike: crash });

  expect(found).toMatchObject({
    strikes,
    runsLost: 0,
    stepsNotRecordedOnce: 0,
    effectsMissing: 0,
    effectsRepeatedWithoutStrike: 0,
    leftOpen: 0,
    exitCode: 0,
  });
  expect(found.effectsRepeated).toBeLessThanOrEqual(strikes * atOnce);
  expect(found.strikesUnderWork).toBeGreaterThan(0);
});
