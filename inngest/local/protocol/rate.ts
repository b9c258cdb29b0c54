/**
 * The generic cell rate algorithm: starts are spread evenly, `atOnce` of them may come together. All times in microseconds.
 * Its whole state is one time: when the next start would come if all had come evenly.
 */
export type Rate = { intervalUs: number; atOnce: number };
export type RateState = { nowUs: number; arrivalUs: number | undefined };

/** A throttle admits `limit` starts and `burst` more at once, then one every `periodMs / limit`. */
export function throttleRate(limit: number, periodMs: number, burst: number | undefined): Rate {
  return { intervalUs: intervalOf(limit, periodMs), atOnce: limit + Math.max(burst ?? 1, 1) };
}

/** A rate limit admits one start every `periodMs / limit`, and a tenth of the limit more at once. */
export function limitRate(limit: number, periodMs: number): Rate {
  return { intervalUs: intervalOf(limit, periodMs), atOnce: Math.floor(limit / 10) + 1 };
}

function intervalOf(limit: number, periodMs: number): number {
  return Math.ceil((periodMs * 1_000) / limit);
}

/** How many may start now. */
export function freeStarts(rate: Rate, state: RateState): number {
  return Math.floor(
    (rate.intervalUs * rate.atOnce - (arrivalOf(rate, state) - state.nowUs)) / rate.intervalUs,
  );
}

/** When `count` may start, if none does before. */
export function freeAtUs(rate: Rate, state: RateState, count: number): number {
  return arrivalOf(rate, state) - rate.intervalUs * (rate.atOnce - count);
}

/** The state after one more start. */
export function arrivalAfterUs(rate: Rate, state: RateState): number {
  return arrivalOf(rate, state) + rate.intervalUs;
}

/** Never in the past, nor farther ahead than this rate can come: a rate that was made faster holds at once. */
function arrivalOf({ intervalUs, atOnce }: Rate, { nowUs, arrivalUs = nowUs }: RateState): number {
  return Math.min(Math.max(arrivalUs, nowUs), nowUs + intervalUs * atOnce);
}
