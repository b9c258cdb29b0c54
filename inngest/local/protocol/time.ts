const units: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Milliseconds of a time string such as `1d2h30m` or `90s`; the empty string is 0, as the SDK writes no time at all.
 * Undefined for any other text.
 */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))*$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/gy)) {
    total += Number(amount) * (units[unit ?? ""] ?? 0);
  }
  return total;
}

/** The instant that a time string (from `now` on) or an ISO 8601 date names; undefined when the text is neither. */
export function parseMoment(text: string, now: Date): Date | undefined {
  const duration = parseDuration(text);
  if (duration !== undefined) return new Date(now.getTime() + duration);
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

/** The instant named by a `Retry-After` header: seconds from `now`, or a date. */
export function parseRetryAfter(text: string | undefined, now: Date): Date | undefined {
  if (!text) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return new Date(now.getTime() + Number(text) * 1_000);
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** The farthest that a retry may be put off, whatever the app asks for. */
const longestRetryMs = 86_400_000;

export function boundedRetry(at: Date, now: Date): Date {
  return new Date(Math.min(Math.max(at.getTime(), now.getTime()), now.getTime() + longestRetryMs));
}

const table = [15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200];
const longestJitterMs = 30_000;

/**
 * Milliseconds to wait before the attempt that follows `failed` failures (1 is the first): a table up to two hours, with up to
 * 30 s of jitter so that what failed together does not come back together. `scale` shortens it for tests.
 */
export function backoffMs(failed: number, scale: number, random: () => number = Math.random): number {
  const seconds = table[Math.min(failed, table.length) - 1] ?? 15;
  return Math.round((seconds * 1_000 + random() * longestJitterMs) * scale);
}

/** Milliseconds between tries to reach an app that does not answer: 1 s doubling to 30 s, with jitter. */
export function unreachableBackoffMs(tries: number, scale: number): number {
  const base = Math.min(1_000 * 2 ** (tries - 1), 30_000);
  return Math.round(base * (0.8 + Math.random() * 0.4) * scale);
}
