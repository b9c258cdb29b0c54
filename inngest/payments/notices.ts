import { onEvent } from "@/inngest/client";
import { processNotice } from "@/lib/payments/delivery/notices";
import { noticeReceived } from "@/lib/payments/events";

/** Does what a gateway's notice asks for. The notice was kept and answered before: here nothing is in a hurry. */
export const actOnNotice = onEvent(
  { id: "payments-notice", name: "Act on a gateway’s notice", event: noticeReceived, retries: 10 },
  ({ payload, perform }) => perform("process", processNotice, { noticeId: payload.noticeId }),
);
