export type Result = { passed: number; failed: number; skipped?: number; output: string };

const tickMs = 60_000;
let passed = 0;
let failed = 0;

/** What all phases so far add up to. */
export function totals(): { passed: number; failed: number } {
  return { passed, failed };
}

/** Runs a phase, counts it and prints its line; below it the whole output when something failed. Never rejects. */
export async function phase(title: string, work: () => Promise<Result>): Promise<boolean> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  const ticker = setInterval(() => console.log(`… ${title}, ${seconds()}`), tickMs);

  const result = await work().catch((error: Error) => ({
    passed: 0,
    failed: 1,
    output: String(error.stack),
  }));
  clearInterval(ticker);
  passed += result.passed;
  failed += result.failed;

  const isGood = result.failed === 0;
  console.log(`${isGood ? "✓" : "✗"} ${title.padEnd(28)} ${seconds().padStart(9)}   ${counts(result)}`);
  if (!isGood) console.log(`${result.output.trim()}\n`);
  return isGood;
}

function counts({ passed, failed, skipped = 0 }: Result): string {
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(", ");
}
