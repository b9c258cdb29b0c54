import { expect, test } from "vitest";
import { testDatabase } from "@/tests/support/database";
import { atOnce, upheaval } from "@/tests/support/durable-upheaval";

const strikes = 8;

test("F-02: killed at any moment, workflows of 20 steps all end, each step recorded once", {
  timeout: 240_000,
}, async () => {
  const { ownerUrl } = await testDatabase();

  const found = await upheaval({ databaseUrl: ownerUrl, runs: 16, steps: 20, strikes, seed: 7 });

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
