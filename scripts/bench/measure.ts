import type { Measure } from "./types";

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Repeats a piece of work, one after the other, for a while. The value is the median duration in milliseconds. */
export async function latency(work: () => Promise<unknown>, forMs = 800): Promise<Measure> {
  const durations: number[] = [];
  const until = performance.now() + forMs;
  do {
    const started = performance.now();
    await work();
    durations.push(performance.now() - started);
  } while (performance.now() < until || durations.length < 5);

  durations.sort((a, b) => a - b);
  const p50 = quantile(durations, 0.5);
  return { value: p50, p50, p99: quantile(durations, 0.99) };
}

/** Several workers repeat a piece of work for a while. The value is how often it was done in a second. */
export async function throughput(
  workers: number,
  work: (worker: number) => Promise<unknown>,
  forMs = 2_000,
): Promise<Measure> {
  const durations: number[] = [];
  const began = performance.now();
  const until = began + forMs;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < until) {
        const started = performance.now();
        await work(worker);
        durations.push(performance.now() - started);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  durations.sort((a, b) => a - b);
  return { value: durations.length / seconds, p50: quantile(durations, 0.5), p99: quantile(durations, 0.99) };
}
