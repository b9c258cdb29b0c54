import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { moneySchema } from "@/lib/core/money/schema";
import { countSchema, languageSchema, lineSchema, textsSchema } from "@/lib/core/text";
import { calendarDateSchema, instantSchema } from "@/lib/core/time/schema";
import { paymentStatuses } from "@/lib/payments/rules/status";

const reference = z.string().max(200);
const method = z.string().max(80).nullable();

/** What a gateway answered or told, as it goes from step to step: the contract's outcome with money as on the wire. */
export const outcomeSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("succeeded"), reference, method, amount: moneySchema }),
  z.object({ state: z.literal("pending"), reference, method }),
  z.object({ state: z.literal("action_required"), reference, method, url: z.string().max(2_000) }),
  z.object({ state: z.literal("blocked"), reference, by: z.string().max(200) }),
  z.object({
    state: z.literal("error"),
    class: z.enum([
      "retryable",
      "ambiguous",
      "conflict",
      "permanent",
      "auth",
      "insufficient_funds",
      "needs_operator",
    ]),
    code: z.string().max(60),
    detail: z.string().max(500),
    reference: reference.optional(),
    retryAfterSeconds: z.number().optional(),
  }),
]);

export const noticeSchema = z.object({
  externalId: z.string().min(1).max(200),
  kind: z.string().max(80),
  reference,
  paymentId: idSchema.nullable(),
  outcome: outcomeSchema,
});

export const PaymentView = z
  .object({
    id: idSchema,
    number: countSchema,
    clientId: idSchema,
    clientName: z.string(),
    invoiceId: idSchema,
    invoiceNumber: z.string().nullable(),
    connectionId: idSchema.nullable(),
    gateway: z
      .string()
      .meta({ description: "The gateway's id, or how the money came: `bank_transfer`, `cash`, `other`." }),
    status: z.enum(paymentStatuses),
    amount: moneySchema,
    credited: moneySchema.meta({
      description: "Part of it that no invoice could take: the client's credit.",
    }),
    reference: z.string().nullable(),
    method: z.string().nullable(),
    actionUrl: z
      .string()
      .nullable()
      .meta({ description: "Where the payer confirms, while it requires action." }),
    failureCode: z.string().nullable(),
    failureDetail: z
      .string()
      .nullable()
      .meta({ description: "What the gateway said; null for the client's people." }),
    receivedAt: instantSchema.nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Payment" });

export const PaymentReference = z.strictObject({ paymentId: idSchema });

export const BeginPaymentInput = z.strictObject({
  invoiceId: idSchema,
  connectionId: idSchema,
  method: z
    .record(z.string().max(60), z.string().max(200))
    .default({})
    .meta({ description: "What the payer gives, as the way to pay asks for it." }),
  returnPath: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])[\x21-\x7e]*$/, "must be a path of this site")
    .optional()
    .meta({ description: "Where a payer who confirms elsewhere comes back to." }),
});

export const manualMethods = ["bank_transfer", "cash", "other"] as const;

export const RecordPaymentInput = z.strictObject({
  invoiceId: idSchema,
  amount: moneySchema.refine(({ minor }) => minor > 0n, { path: ["minor"], error: "must be above zero" }),
  method: z.enum(manualMethods),
  reference: lineSchema(120, 0)
    .nullable()
    .default(null)
    .meta({ description: "As it stands on the bank statement." }),
  receivedOn: calendarDateSchema.optional().meta({ description: "Today when left out." }),
});

/** Texts by language, as they are shown again. */
const textsView = z.partialRecord(languageSchema, z.string());

export const PaymentOptionView = z
  .object({
    connectionId: idSchema,
    gateway: z.string(),
    name: textsView,
    isTest: z.boolean(),
    form: z.enum(["card", "none"]),
    testCards: z.array(z.object({ number: z.string(), meaning: z.string() })),
  })
  .meta({ id: "PaymentOption" });

export const ConnectionView = z
  .object({
    id: idSchema,
    gateway: z.string(),
    name: textsView,
    isEnabled: z.boolean(),
    isTest: z.boolean(),
    settings: z.record(z.string(), z.string()),
    secrets: z
      .array(z.string())
      .meta({ description: "Names of the secret fields that are set. They are never shown." }),
    webhookPath: z.string().meta({ description: "Where the gateway tells what became of a payment." }),
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "GatewayConnection" });

const settings = z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/), z.string().max(2_000));

export const CreateConnectionInput = z.strictObject({
  gateway: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: textsSchema(80, 1),
  isEnabled: z.boolean().default(true),
  settings: settings.default({}).meta({ description: "All of the gateway's settings, secret ones too." }),
});

export const UpdateConnectionInput = z.strictObject({
  connectionId: idSchema,
  version: z.number().int().min(1),
  name: textsSchema(80, 1).optional(),
  isEnabled: z.boolean().optional(),
  settings: settings.optional().meta({ description: "Those that change; an empty secret stays as it is." }),
});
