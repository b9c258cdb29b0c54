/** Prints one line per phase with its duration; long ones say every ten seconds that they go on. */
export async function phase<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  const ticker = setInterval(() => console.log(`  … ${title}, ${seconds()}`), 10_000);
  try {
    const result = await work();
    console.log(`✓ ${title.padEnd(34)} ${seconds().padStart(8)}`);
    return result;
  } catch (error) {
    console.log(`✗ ${title.padEnd(34)} ${seconds().padStart(8)}`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}
