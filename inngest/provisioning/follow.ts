import { onEvent } from "@/inngest/client";
import { createService } from "@/lib/provisioning/delivery/create-service";
import { followSubscription } from "@/lib/provisioning/delivery/follow-subscription";
import {
  subscriptionActivated,
  subscriptionEnded,
  subscriptionResumed,
  subscriptionSuspended,
} from "@/lib/provisioning/events";

/** A subscription began: what it is for is to be delivered. */
export const beginService = onEvent(
  { id: "provisioning-begin", name: "Begin a service", event: subscriptionActivated, retries: 8 },
  ({ payload, perform }) => perform("note the service", createService, payload),
);

export const suspendWithSubscription = onEvent(
  {
    id: "provisioning-suspend",
    name: "Suspend with the subscription",
    event: subscriptionSuspended,
    retries: 8,
  },
  ({ payload: { subscriptionId, reason }, perform }) =>
    perform("suspend", followSubscription, {
      subscriptionId,
      kind: "SUSPEND",
      reason: reason ?? "non_payment",
    }),
);

export const resumeWithSubscription = onEvent(
  {
    id: "provisioning-resume",
    name: "Resume with the subscription",
    event: subscriptionResumed,
    retries: 8,
  },
  ({ payload: { subscriptionId, reason }, perform }) =>
    perform("resume", followSubscription, { subscriptionId, kind: "UNSUSPEND", reason: reason ?? "paid" }),
);

export const endWithSubscription = onEvent(
  { id: "provisioning-end", name: "End with the subscription", event: subscriptionEnded, retries: 8 },
  ({ payload: { subscriptionId, reason }, perform }) =>
    perform("terminate", followSubscription, {
      subscriptionId,
      kind: "TERMINATE",
      reason: reason ?? "cancelled",
    }),
);
