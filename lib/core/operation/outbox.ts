import { appPool } from "@/lib/core/db/pools";
import { processWide } from "@/lib/core/process-wide";

const quietMs = 20;
const state = processWide("wake-relay", () => ({ timer: undefined as NodeJS.Timeout | undefined }));

/**
 * Tells the relay that events wait. Sent after the commit and at most every 20 ms per process: a NOTIFY inside the
 * transaction would make all commits of the server queue on one lock. The relay polls as well, so a lost call costs only time.
 */
export function wakeRelay(): void {
  if (state.timer) return;
  state.timer = setTimeout(() => {
    state.timer = undefined;
    appPool()
      .query("select pg_notify('outbox', '')")
      .catch(() => {});
  }, quietMs);
  state.timer.unref();
}
