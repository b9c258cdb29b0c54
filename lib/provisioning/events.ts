import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

/** An action was set on its way. `lane` is what its calls share capacity by: module and server. */
export const actionQueued = event(
  "provisioning/action.queued",
  z.object({ serviceId: idSchema, actionId: idSchema, round: z.number().int(), lane: z.string() }),
  (p) => p.serviceId,
);

const service = z.object({ serviceId: idSchema, clientId: idSchema, subscriptionId: idSchema });
export const serviceDelivered = event("provisioning/service.delivered", service, (p) => p.serviceId);
export const serviceFailed = event("provisioning/service.failed", service, (p) => p.serviceId);
export const serviceSuspended = event("provisioning/service.suspended", service, (p) => p.serviceId);
export const serviceUnsuspended = event("provisioning/service.unsuspended", service, (p) => p.serviceId);
export const serviceTerminated = event("provisioning/service.terminated", service, (p) => p.serviceId);

/** What is heard of subscriptions, which know nothing of services. */
export const subscriptionActivated = {
  eventName: "subscriptions/subscription.activated",
  schema: z.object({
    subscriptionId: idSchema,
    clientId: idSchema,
    productId: idSchema,
    planId: idSchema,
    label: z.string(),
    module: z.string().nullable(),
    hostName: z.string().nullable(),
    settings: z.record(z.string(), z.unknown()).default({}),
  }),
} as const;

const change = z.object({ subscriptionId: idSchema, clientId: idSchema, reason: z.string().nullish() });
export const subscriptionSuspended = {
  eventName: "subscriptions/subscription.suspended",
  schema: change,
} as const;
export const subscriptionResumed = {
  eventName: "subscriptions/subscription.resumed",
  schema: change,
} as const;
export const subscriptionEnded = { eventName: "subscriptions/subscription.ended", schema: change } as const;
