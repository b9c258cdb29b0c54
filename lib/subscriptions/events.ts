import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const subject = { subscriptionId: idSchema, clientId: idSchema };

/** It began. Carries all that delivery needs to know, since delivery does not look into subscriptions. */
export const subscriptionActivated = event(
  "subscriptions/subscription.activated",
  z.object({
    ...subject,
    productId: idSchema,
    planId: idSchema,
    label: z.string(),
    module: z.string().nullable(),
    hostName: z.string().nullable(),
    /** The product's settings, under the plan's, under the chosen options by their keys. */
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    /** Answers to the product's questions. */
    details: z.record(z.string(), z.unknown()),
  }),
  (p) => p.subscriptionId,
);

export const subscriptionEnded = event(
  "subscriptions/subscription.ended",
  z.object({ ...subject, reason: z.string() }),
  (p) => p.subscriptionId,
);
