import { type HealthReport, reportOf } from "@/lib/core/health/check";
import {
  databaseReachable,
  migrationsApplied,
  outboxFlows,
  rolesAreNarrow,
} from "@/lib/core/health/database-checks";
import { serviceChecks } from "@/lib/core/health/service-checks";
import { processWide } from "@/lib/core/process-wide";

const keptMs = 2_000;
type Kept = { report?: Promise<HealthReport>; until: number };

/** Whether the installation can answer requests, and what is wrong. Kept for two seconds: anyone may ask, as often as they like. */
export function readiness(): Promise<HealthReport> {
  const kept = processWide<Kept>("readiness", () => ({ until: 0 }));
  if (kept.report === undefined || kept.until < performance.now()) {
    kept.until = performance.now() + keptMs;
    kept.report = reportOf([
      databaseReachable,
      migrationsApplied,
      rolesAreNarrow,
      outboxFlows,
      ...serviceChecks(),
    ]);
  }
  return kept.report;
}
