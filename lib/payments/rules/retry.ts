/** Pauses between calls of a gateway that did not answer, in seconds. After the last the round of the clock takes over. */
const pauses = [5, 15, 60, 300, 900, 3_600];

/** Seconds until the call after this number of calls, or undefined after the last. */
export function pauseAfterCall(calls: number, asked = 0): number | undefined {
  const usual = pauses[calls - 1];
  return usual === undefined ? undefined : Math.max(usual, Math.min(asked, 3_600));
}
