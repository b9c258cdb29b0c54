/** Pauses after failed attempts, in seconds: quick at first, for a hiccup; then patient, for an outage of a day. */
const pauses = [
  30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 3_600, 3_600, 7_200, 7_200, 14_400, 14_400, 21_600, 21_600,
];

/** The other side may ask for more patience, within reason. */
const mostAskedFor = 6 * 3_600;

/**
 * Seconds to wait after the attempt of this number (from 1) before the next, or undefined when it was the last: some 28 hours
 * after the first. `asked` is what the other side asked for.
 */
export function pauseAfter(attempt: number, asked = 0): number | undefined {
  const usual = pauses[attempt - 1];
  return usual === undefined ? undefined : Math.max(usual, Math.min(asked, mostAskedFor));
}
