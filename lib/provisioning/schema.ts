import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { countSchema, lineSchema, textSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import { actionKinds, actionStatuses, serviceStatuses } from "@/lib/provisioning/rules/status";
import { steps } from "@/lib/provisioning/rules/steps";

export const taskStatuses = ["OPEN", "DONE", "CANCELLED"] as const;
export const taskKinds = ["carry_out", "look_into"] as const;

const accessSchema = z
  .record(z.string(), z.string())
  .meta({ description: "What the client is told: userName, server, url, ipAddress. Nothing secret." });

export const ServiceActionView = z
  .object({
    id: idSchema,
    serviceId: idSchema,
    kind: z.enum(actionKinds),
    status: z.enum(actionStatuses),
    step: z.enum(steps).nullable(),
    attempts: z.number().int(),
    round: z.number().int().meta({ description: "Counts how often it was set on its way." }),
    errorKind: z.string().nullable(),
    errorText: z.string().nullable().meta({ description: "For staff; null for the client's people." }),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: "ServiceAction" });

export const ServiceView = z
  .object({
    id: idSchema,
    clientId: idSchema,
    clientName: z.string(),
    subscriptionId: idSchema,
    productId: idSchema,
    planId: idSchema,
    label: z.string(),
    module: z.string(),
    status: z.enum(serviceStatuses),
    hostName: z.string().nullable(),
    access: accessSchema,
    hasPassword: z.boolean(),
    lastAction: ServiceActionView.nullable().meta({ description: "The newest deed, open or ended." }),
    deliveredAt: instantSchema.nullable(),
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Service" });

export const StaffTaskView = z
  .object({
    id: idSchema,
    kind: z.enum(taskKinds).meta({ description: "Carry a deed out by hand, or look into one that failed." }),
    status: z.enum(taskStatuses),
    serviceId: idSchema.nullable(),
    serviceLabel: z.string().nullable(),
    clientId: idSchema.nullable(),
    clientName: z.string().nullable(),
    actionKind: z.enum(actionKinds).nullable(),
    hostName: z.string().nullable(),
    userName: z.string().nullable().meta({ description: "The user name that was set aside for it." }),
    instructions: z.string(),
    note: z.string().nullable(),
    doneByName: z.string().nullable(),
    doneAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: "StaffTask" });

export const ServiceReference = z.strictObject({ serviceId: idSchema });
const versioned = { serviceId: idSchema, version: z.number().int() };
export const ServiceChange = z.strictObject(versioned);
export const ReasonedChange = z.strictObject({ ...versioned, reason: lineSchema(200) });

/** What was delivered, as staff tell it. An empty line stands for nothing to tell. */
const delivered = {
  userName: lineSchema(80, 0).optional(),
  server: lineSchema(200, 0).optional(),
  url: lineSchema(300, 0)
    .refine(
      (text) => text === "" || /^https?:\/\/[^\s]+$/i.test(text),
      "must be an address with http or https",
    )
    .optional(),
};
export const MarkDeliveredInput = z.strictObject({
  ...versioned,
  ...delivered,
  note: textSchema(2_000).optional(),
});

export const TaskReference = z.strictObject({ taskId: idSchema });
export const CompleteTaskInput = z.strictObject({
  taskId: idSchema,
  ...delivered,
  note: textSchema(2_000).optional(),
});
export const FailTaskInput = z.strictObject({ taskId: idSchema, note: textSchema(2_000, 1) });

export const ServiceCount = z
  .object(
    Object.fromEntries(serviceStatuses.map((status) => [status, countSchema])) as Record<
      (typeof serviceStatuses)[number],
      typeof countSchema
    >,
  )
  .meta({ id: "ServiceCount" });

export type ServiceActionShown = z.output<typeof ServiceActionView>;
export type ServiceShown = z.output<typeof ServiceView>;
export type StaffTaskShown = z.output<typeof StaffTaskView>;
