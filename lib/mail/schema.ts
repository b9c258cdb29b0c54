import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { emailSchema, languageSchema, lineSchema, textSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";
import { mailKinds, mailReasons, mailStates, suppressionReasons } from "@/lib/mail/rules/states";
import { templateNames } from "@/lib/mail/rules/templates";

export const transportIds = ["local", "smtp", "resend"] as const;
export type TransportId = (typeof transportIds)[number];

export const smtpSecurities = ["tls", "starttls", "none"] as const;

export const templateSchema = z.enum(templateNames);

export const MessageView = z
  .object({
    id: idSchema,
    kind: z.enum(mailKinds),
    template: z.string(),
    language: languageSchema,
    toAddress: z.string(),
    toName: z.string().nullable(),
    subject: z.string(),
    isSensitive: z
      .boolean()
      .meta({ description: "Carries a credential; only the owner may read it, and only here." }),
    hasBody: z.boolean().meta({ description: "Whether what it said is still kept." }),
    state: z.enum(mailStates),
    round: z.number().int(),
    attempts: z.number().int(),
    reason: z.enum(mailReasons).nullable(),
    detail: z.string().nullable().meta({ description: "The other side's own words." }),
    transport: z.string().nullable(),
    providerId: z.string().nullable(),
    clientId: idSchema.nullable(),
    userId: idSchema.nullable(),
    recordType: z.string().nullable(),
    recordId: idSchema.nullable(),
    expiresAt: instantSchema.nullable(),
    nextAttemptAt: instantSchema.nullable(),
    sentAt: instantSchema.nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "MailMessage" });

export const MessageReference = z.strictObject({ messageId: idSchema });

export const MailBodyView = z
  .object({ html: z.string().nullable(), text: z.string().nullable() })
  .meta({ id: "MailBody", description: "Null where it is not kept, or not to be read." });

/** A mail as the person it went to sees it. */
export const ReceivedMailView = z
  .object({
    id: idSchema,
    template: z.string(),
    subject: z.string(),
    toAddress: z.string(),
    sentAt: instantSchema,
    isSensitive: z
      .boolean()
      .meta({ description: "Carried a credential, so it can be read in the mailbox only." }),
  })
  .meta({ id: "ReceivedMail" });

export const ReceivedMailDetailView = ReceivedMailView.extend(MailBodyView.shape).meta({
  id: "ReceivedMailDetail",
});

export const SettingsView = z
  .object({
    transport: z.enum(transportIds).nullable().meta({ description: "Null: as the installation." }),
    installationTransport: z.enum(transportIds),
    fromName: z.string().nullable(),
    fromAddress: z.string().nullable(),
    usualAddress: z.string().meta({ description: "The sender where no address is set." }),
    replyTo: z.string().nullable(),
    smtpHost: z.string().nullable(),
    smtpPort: z.number().int().nullable(),
    smtpSecurity: z.enum(smtpSecurities).nullable(),
    smtpUser: z.string().nullable(),
    hasSmtpPassword: z.boolean(),
    hasResendKey: z.boolean(),
    hasResendWebhookSecret: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: "MailSettings" });

const hostSchema = z
  .string()
  .max(253)
  .transform((host) => host.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/, "must be a host name"));

/** Secrets that are left out stay as they are. */
export const UpdateSettingsInput = z.strictObject({
  version: z.number().int().min(0).meta({ description: "0 where nothing was set before." }),
  transport: z.enum(transportIds).nullable().default(null),
  fromName: lineSchema(80).nullable().default(null),
  fromAddress: emailSchema.nullable().default(null),
  replyTo: emailSchema.nullable().default(null),
  smtpHost: hostSchema.nullable().default(null),
  smtpPort: z.number().int().min(1).max(65_535).nullable().default(null),
  smtpSecurity: z.enum(smtpSecurities).nullable().default(null),
  smtpUser: lineSchema(200).nullable().default(null),
  smtpPassword: lineSchema(500).nullable().optional(),
  resendApiKey: lineSchema(200, 8).nullable().optional(),
  resendWebhookSecret: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{20,}={0,2}$/, "must be the signing secret of the webhook")
    .nullable()
    .optional(),
});

const wordFields = {
  subject: lineSchema(200),
  heading: lineSchema(200),
  body: textSchema(5_000, 1),
  action: lineSchema(80).nullable().default(null),
  note: textSchema(1_000).nullable().default(null),
};

export const TemplateView = z
  .object({
    id: idSchema
      .nullable()
      .meta({ description: "Of the company's own words; null while the product's hold." }),
    template: templateSchema,
    language: languageSchema,
    subject: z.string(),
    heading: z.string(),
    body: z.string(),
    action: z.string().nullable(),
    note: z.string().nullable(),
    variables: z.array(z.string()),
    hasAction: z.boolean().meta({ description: "Whether the mail has a button." }),
    isOwn: z.boolean().meta({ description: "Whether the words are the company's own." }),
    version: z.number().int().meta({ description: "0 while the product's words hold." }),
    updatedAt: instantSchema.nullable(),
  })
  .meta({ id: "MailTemplate" });

export const TemplateReference = z.strictObject({ template: templateSchema, language: languageSchema });
export const UpdateTemplateInput = z.strictObject({
  ...TemplateReference.shape,
  version: z.number().int().min(0),
  ...wordFields,
});
export const ResetTemplateInput = z.strictObject({
  ...TemplateReference.shape,
  version: z.number().int().min(1),
});
export const PreviewTemplateInput = z.strictObject({ ...TemplateReference.shape, ...wordFields });

export const TemplatePreview = z
  .object({ subject: z.string(), html: z.string(), text: z.string() })
  .meta({ id: "MailPreview" });

export const SuppressionView = z
  .object({
    id: idSchema,
    address: z.string(),
    reason: z.enum(suppressionReasons),
    detail: z.string().nullable(),
    messageId: idSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: "MailSuppression" });
