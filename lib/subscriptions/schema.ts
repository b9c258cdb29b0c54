import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { moneySchema } from "@/lib/core/money/schema";
import { countSchema } from "@/lib/core/text";
import { calendarDateSchema, instantSchema } from "@/lib/core/time/schema";
import { subscriptionStatuses } from "@/lib/subscriptions/rules/status";

export const SubscriptionView = z
  .object({
    id: idSchema,
    number: countSchema,
    clientId: idSchema,
    orderId: idSchema,
    productId: idSchema,
    planId: idSchema,
    status: z.enum(subscriptionStatuses),
    label: z.string(),
    cycle: z.string().meta({ description: "`once`, or how often it is billed: 1m, 3m, 1y, 10d." }),
    quantity: z.number().int(),
    recurring: moneySchema.meta({ description: "Of one cycle, before tax where prices are without it." }),
    anchor: calendarDateSchema.nullable(),
    paidUntil: calendarDateSchema.nullable().meta({ description: "The first day that is not paid for." }),
    hostName: z.string().nullable(),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    endReason: z.string().nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
  })
  .meta({ id: "Subscription" });

export const SubscriptionReference = z.strictObject({ subscriptionId: idSchema });

export const SubscriptionItemView = z
  .object({
    id: idSchema,
    description: z.string(),
    quantity: z.number().int(),
    unit: moneySchema,
  })
  .meta({ id: "SubscriptionItem" });
