import { onEvent } from "@/inngest/client";
import { tellOfLock } from "@/lib/auth/answers/tell-of-lock";
import { accountLocked } from "@/lib/auth/events";
import { runAsSystem } from "@/lib/core/operation/run";

/** Tells the owner of a locked account. The lock of an address without account tells nobody. */
export const tellOwnerOfLock = onEvent(
  { id: "auth-tell-of-lock", name: "Tell of a locked account", event: accountLocked },
  async ({ tenantId, payload: { userId, until }, step, runId }) => {
    if (userId === null) return { isTold: false };
    return step.run("tell", () =>
      runAsSystem(tenantId, tellOfLock, { userId, until }, { idempotencyKey: runId }),
    );
  },
);
