import { z } from "zod";
import { fieldKinds } from "@/lib/clients/rules/custom-fields";
import { idSchema } from "@/lib/core/ids";
import { currencySchema, moneySchema } from "@/lib/core/money/schema";
import {
  countrySchema,
  countSchema,
  emailSchema,
  languageSchema,
  lineSchema,
  textSchema,
} from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const clientKinds = ["PERSON", "COMPANY"] as const;
export const clientStatuses = ["ACTIVE", "ARCHIVED", "MERGED", "ERASED"] as const;

/** Answers to the company's own questions, by key of the field. */
export const customValuesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]),
);

/** Free words; told apart without regard to capitals. */
export const tagSchema = lineSchema(40).refine(
  (tag) => !/[,\\'"]/.test(tag),
  "must not contain commas, quotes or backslashes",
);
/** An empty entry stands for none: a form has no other way to say that there are no tags any more. */
const tagsSchema = z
  .array(z.union([z.literal(""), tagSchema]))
  .max(20)
  .transform((tags) => {
    const seen = new Set([""]);
    return tags.filter((tag) => !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()));
  });

const termsSchema = z
  .number()
  .int()
  .min(0)
  .max(365)
  .nullable()
  .meta({ description: "Days to pay; null: as the company's setting says." });
const optionalLine = (most: number) => lineSchema(most, 0).nullable();

export const ClientView = z
  .object({
    id: idSchema,
    number: countSchema,
    kind: z.enum(clientKinds),
    name: z.string(),
    companyName: z.string().nullable(),
    email: z.string(),
    country: z.string(),
    currency: z.string(),
    language: z.string().nullable(),
    status: z.enum(clientStatuses),
    line1: z.string().nullable(),
    line2: z.string().nullable(),
    city: z.string().nullable(),
    region: z
      .string()
      .nullable()
      .meta({ description: "Code of ISO 3166-2 where the country's addresses use one, else as written." }),
    postalCode: z.string().nullable(),
    phone: z.string().nullable().meta({ description: "In the form of E.164." }),
    taxNumber: z.string().nullable(),
    isCurrencyLocked: z.boolean().meta({ description: "Something was billed in it: it stays." }),
    groupId: idSchema.nullable().meta({ description: "Null too for whoever may not see it." }),
    tags: z.array(z.string()),
    creditTermsDays: z.number().int().nullable(),
    creditLimit: moneySchema.nullable(),
    customValues: customValuesSchema,
    mergedIntoId: idSchema.nullable().meta({ description: "The client that this one became part of." }),
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Client" });

const details = {
  kind: z.enum(clientKinds).default("PERSON"),
  name: lineSchema(120),
  companyName: lineSchema(160).nullable().default(null),
  email: emailSchema,
  country: countrySchema,
  currency: currencySchema,
  language: languageSchema.nullable().default(null),
  line1: optionalLine(160).default(null),
  line2: optionalLine(160).default(null),
  city: optionalLine(120).default(null),
  region: optionalLine(120).default(null),
  postalCode: optionalLine(20).default(null),
  phone: optionalLine(40).default(null),
  taxNumber: optionalLine(40).default(null),
  groupId: idSchema.nullable().default(null),
  tags: tagsSchema.default([]),
  creditTermsDays: termsSchema.default(null),
  creditLimit: moneySchema.nullable().default(null),
  customValues: customValuesSchema.default({}),
};

export const CreateClientInput = z.strictObject(details);

export const UpdateClientInput = z.strictObject({
  clientId: idSchema,
  version: z.number().int().min(1),
  kind: z.enum(clientKinds).optional(),
  name: lineSchema(120).optional(),
  companyName: lineSchema(160).nullable().optional(),
  email: emailSchema.optional(),
  country: countrySchema.optional(),
  currency: currencySchema.optional().meta({ description: "Until something is billed." }),
  language: languageSchema.nullable().optional(),
  line1: optionalLine(160).optional(),
  line2: optionalLine(160).optional(),
  city: optionalLine(120).optional(),
  region: optionalLine(120).optional(),
  postalCode: optionalLine(20).optional(),
  phone: optionalLine(40).optional(),
  taxNumber: optionalLine(40).optional(),
  groupId: idSchema.nullable().optional(),
  tags: tagsSchema.optional(),
  creditTermsDays: termsSchema.optional(),
  creditLimit: moneySchema.nullable().optional(),
  customValues: customValuesSchema
    .optional()
    .meta({ description: "Only the answers that change; null takes one away." }),
});

export const ClientReference = z.strictObject({ clientId: idSchema });

export const ArchiveClientInput = z.strictObject({ clientId: idSchema, version: z.number().int().min(1) });

/** Kinds of mail that a contact can choose. */
export const mailKinds = ["general", "invoice", "support", "product", "domain", "marketing"] as const;
export type MailKind = (typeof mailKinds)[number];

export const ContactView = z
  .object({
    id: idSchema,
    clientId: idSchema,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    position: z.string().nullable(),
    language: z.string().nullable(),
    mails: z.array(z.enum(mailKinds)).meta({ description: "The kinds of mail that the contact gets." }),
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "Contact" });

/** An empty entry stands for none, as with tags. */
const mailsSchema = z
  .array(z.union([z.literal(""), z.enum(mailKinds)]))
  .max(mailKinds.length + 1)
  .transform((kinds) => [...new Set(kinds)].filter((kind) => kind !== ""));

export const CreateContactInput = z.strictObject({
  clientId: idSchema,
  name: lineSchema(120),
  email: emailSchema,
  phone: optionalLine(40).default(null),
  position: optionalLine(120).default(null),
  language: languageSchema.nullable().default(null),
  mails: mailsSchema.default(["general"]),
});

export const UpdateContactInput = z.strictObject({
  contactId: idSchema,
  version: z.number().int().min(1),
  name: lineSchema(120).optional(),
  email: emailSchema.optional(),
  phone: optionalLine(40).optional(),
  position: optionalLine(120).optional(),
  language: languageSchema.nullable().optional(),
  mails: mailsSchema.optional(),
});

export const NoteView = z
  .object({
    id: idSchema,
    clientId: idSchema,
    text: z.string(),
    isPinned: z.boolean(),
    authorId: idSchema.nullable(),
    authorName: z.string(),
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "ClientNote" });

export const noteTextSchema = textSchema(10_000, 1);

export const groupTones = ["neutral", "info", "positive", "warning", "danger"] as const;

export const GroupView = z
  .object({
    id: idSchema,
    name: z.string(),
    tone: z.enum(groupTones),
    clients: countSchema,
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "ClientGroup" });

export const FileView = z
  .object({
    id: idSchema,
    clientId: idSchema,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: countSchema,
    isVisible: z.boolean().meta({ description: "Whether the client's people see it." }),
    uploadedByName: z.string(),
    createdAt: instantSchema,
  })
  .meta({ id: "ClientFile" });

/** A text in each language that the company writes; English, or any other, stands in for one that is missing. */
export const perLanguageSchema = z.partialRecord(languageSchema, z.string().trim().max(200));
const labelSchema = perLanguageSchema.refine(
  (texts) => Object.values(texts).some((text) => text !== ""),
  "must be given in one language at least",
);

const choiceSchema = z.strictObject({ value: lineSchema(80), label: perLanguageSchema.default({}) });
export type FieldChoice = z.output<typeof choiceSchema>;

export const fieldKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, "must be small letters, digits and underscores, beginning with a letter");

export const FieldView = z
  .object({
    id: idSchema,
    key: z.string(),
    label: z.record(z.string(), z.string()),
    help: z.record(z.string(), z.string()),
    kind: z.enum(fieldKinds),
    choices: z.array(z.object({ value: z.string(), label: z.record(z.string(), z.string()) })),
    isRequired: z.boolean(),
    isVisibleToClient: z.boolean(),
    position: z.number().int(),
    retiredAt: instantSchema.nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "CustomField" });

export const fieldDetails = {
  label: labelSchema,
  help: perLanguageSchema.default({}),
  choices: z.array(choiceSchema).max(100).default([]),
  isRequired: z.boolean().default(false),
  isVisibleToClient: z.boolean().default(false),
};

/** A name for people. It is never a path: what could lead elsewhere, or hide what follows, is taken out. */
export const fileNameSchema = lineSchema(200)
  .transform((name) => name.replace(/[/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/g, "_").replace(/^\.+/, "_"))
  .pipe(z.string().min(1));
