import { onEvent } from "@/inngest/client";
import { attemptDelivery } from "@/inngest/mail/attempt";
import { messageQueued } from "@/lib/mail/events";

/**
 * Hands one mail over: an attempt, and where it failed a pause and the next, until the mail has its fate. An attempt that dies is
 * made again under the same id, which the other side knows.
 */
export const deliverMail = onEvent(
  {
    id: "mail-deliver",
    name: "Deliver a mail",
    event: messageQueued,
    retries: 10,
    concurrency: { key: "event.data.messageId", limit: 1 },
  },
  async ({ tenantId, payload, step }) => {
    for (let attempt = 1; ; attempt += 1) {
      const seconds = await step.run(`attempt-${attempt}`, () =>
        attemptDelivery(tenantId, { ...payload, attempt }),
      );
      if (seconds === null) return { attempts: attempt };
      await step.sleep(`pause-${attempt}`, seconds * 1_000);
    }
  },
);
