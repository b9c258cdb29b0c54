import { describe, expect, test } from "vitest";
import { arrivalAfterUs, freeAtUs, freeStarts, limitRate, type Rate, throttleRate } from "./rate";

const second = 1_000_000;

/** Starts that a rate admits when one is asked for at each of the given seconds. */
function admitted(rate: Rate, atSeconds: number[]): number[] {
  let arrivalUs: number | undefined;
  return atSeconds.filter((at) => {
    const state = { nowUs: at * second, arrivalUs };
    if (freeStarts(rate, state) < 1) return false;
    arrivalUs = arrivalAfterUs(rate, state);
    return true;
  });
}

describe("a throttle", () => {
  test("admits its limit and its burst at once, then one after every part of the period", () => {
    const rate = throttleRate(2, 6_000, 1);

    expect(admitted(rate, [0, 0, 0, 0, 1, 2, 3, 3, 5, 6])).toEqual([0, 0, 0, 3, 6]);
  });

  test("says when the next ones may start", () => {
    const rate = throttleRate(1, 5_000, 2);
    const arrivalUs = 15 * second;

    expect(freeStarts(rate, { nowUs: 0, arrivalUs })).toBe(0);
    expect(freeAtUs(rate, { nowUs: 0, arrivalUs }, 1)).toBe(5 * second);
    expect(freeAtUs(rate, { nowUs: 0, arrivalUs }, 2)).toBe(10 * second);
    expect(freeStarts(rate, { nowUs: 5 * second, arrivalUs })).toBe(1);
  });

  test("has a burst of one when none is given", () => {
    expect(throttleRate(5, 1_000, undefined)).toEqual(throttleRate(5, 1_000, 1));
    expect(throttleRate(5, 1_000, 0)).toEqual(throttleRate(5, 1_000, 1));
  });
});

describe("a rate limit", () => {
  test("admits one in every part of the period", () => {
    expect(admitted(limitRate(3, 3_000), [0, 0, 0.5, 1, 1.5, 2, 9, 9])).toEqual([0, 1, 2, 9]);
  });

  test("admits a tenth of its limit more at once", () => {
    expect(admitted(limitRate(20, 20_000), [0, 0, 0, 0, 1, 1])).toEqual([0, 0, 0, 1]);
  });
});

test("a rate that was made faster holds at once", () => {
  const slow = limitRate(1, 86_400_000);
  const arrivalUs = arrivalAfterUs(slow, { nowUs: 0, arrivalUs: undefined });

  expect(freeStarts(slow, { nowUs: 2 * second, arrivalUs })).toBe(0);
  expect(freeAtUs(limitRate(1, 1_000), { nowUs: 2 * second, arrivalUs }, 1)).toBe(3 * second);
});

test("a fast rate with odd parts loses no time to rounding", () => {
  const rate = throttleRate(3, 1_000, 1);
  let arrivalUs: number | undefined;
  let nowUs = 0;
  for (let n = 0; n < 40; n += 1) {
    const state = { nowUs, arrivalUs };
    if (freeStarts(rate, state) < 1) nowUs = freeAtUs(rate, state, 1);
    expect(freeStarts(rate, { nowUs, arrivalUs })).toBeGreaterThanOrEqual(1);
    arrivalUs = arrivalAfterUs(rate, { nowUs, arrivalUs });
  }
  expect(nowUs).toBeLessThanOrEqual(12.1 * second);
});
