/** One thing that was looked at. `reason` is for operators: what is wrong, never an address, a credential or a row. */
export type CheckResult = { readonly status: "ok" | "failed" | "not_configured"; readonly reason?: string };

export type Check = {
  readonly name: string;
  /** Without it the installation cannot answer requests: readiness is then 503. */
  readonly isNeeded: boolean;
  readonly run: () => Promise<CheckResult>;
};

export type HealthReport = {
  readonly status: "ok" | "degraded" | "failed";
  readonly checks: Readonly<
    Record<string, CheckResult & { readonly isNeeded: boolean; readonly durationMs: number }>
  >;
};

/** Runs all checks side by side; one that throws or takes longer than `timeoutMs` has failed. */
export async function reportOf(checks: readonly Check[], timeoutMs = 2_000): Promise<HealthReport> {
  const results = await Promise.all(
    checks.map(async ({ name, isNeeded, run }) => {
      const started = performance.now();
      const result = await settled(run, timeoutMs);
      return [name, { ...result, isNeeded, durationMs: Math.round(performance.now() - started) }] as const;
    }),
  );
  const failed = results.filter(([, { status }]) => status === "failed");
  const isDown = failed.some(([, { isNeeded }]) => isNeeded);
  return {
    status: isDown ? "failed" : failed.length > 0 ? "degraded" : "ok",
    checks: Object.fromEntries(results),
  };
}

export const ok: CheckResult = { status: "ok" };
export const notConfigured: CheckResult = { status: "not_configured" };

export function failed(reason: string): CheckResult {
  return { status: "failed", reason };
}

async function settled(run: () => Promise<CheckResult>, timeoutMs: number): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => resolve(failed(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([run(), late]);
  } catch (error) {
    return failed(reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Class and code only: messages of drivers hold hosts, users and statements. */
function reasonOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code)
    ? code
    : String(name ?? "unknown").slice(0, 40);
}
