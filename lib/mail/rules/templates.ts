import { z } from "zod";
import { lineSchema } from "@/lib/core/text";
import type { MailKind } from "@/lib/mail/rules/states";

/**
 * The mails that the product writes: what each needs to be told, and which of that its words may use. Words are in `messages/`
 * (`mail.texts`), and a company may write its own.
 */

const name = lineSchema(120);
const place = lineSchema(120);
const instant = z.date();

/**
 * Where the button leads: a path of the company's own site. The host is added by us, so no caller and no header can name another
 * (S-48).
 */
const linkPath = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]*$/, "must be a path of this site");

type Definition<Data extends z.ZodObject> = {
  readonly kind: MailKind;
  /** Whether it carries a credential: the body is then not kept once it was handed over. */
  readonly isSensitive: boolean;
  readonly data: Data;
  /** For previews and test mails. */
  readonly sample: z.input<Data>;
};

function define<Data extends z.ZodObject>(definition: Definition<Data>): Definition<Data> {
  return definition;
}

const sampleLink = "/sign-in";
const sampleTime = new Date("2026-12-01T14:30:00Z");
const sampleName = "Ada Lovelace";
const personal = { kind: "TRANSACTIONAL", isSensitive: false } as const;
const sensitive = { kind: "TRANSACTIONAL", isSensitive: true } as const;

export const templates = {
  "sign-in-link": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath, expiresAt: instant }),
    sample: { name: sampleName, linkPath: sampleLink, expiresAt: sampleTime },
  }),
  "verify-email": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath, expiresAt: instant }),
    sample: { name: sampleName, linkPath: sampleLink, expiresAt: sampleTime },
  }),
  "reset-password": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath, expiresAt: instant }),
    sample: { name: sampleName, linkPath: sampleLink, expiresAt: sampleTime },
  }),
  "password-changed": define({
    ...personal,
    data: z.strictObject({ name, linkPath, at: instant }),
    sample: { name: sampleName, linkPath: sampleLink, at: sampleTime },
  }),
  "change-email-confirm-old": define({
    ...sensitive,
    data: z.strictObject({ name, newAddress: lineSchema(254), linkPath, expiresAt: instant }),
    sample: {
      name: sampleName,
      newAddress: "ada.king@example.com",
      linkPath: sampleLink,
      expiresAt: sampleTime,
    },
  }),
  "change-email-confirm-new": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath, expiresAt: instant }),
    sample: { name: sampleName, linkPath: sampleLink, expiresAt: sampleTime },
  }),
  invitation: define({
    ...sensitive,
    /** `to` is whom the invited person will act for: the company itself, or a client of it. */
    data: z.strictObject({ inviter: name, to: lineSchema(160), linkPath, expiresAt: instant }),
    sample: {
      inviter: "Grace Hopper",
      to: "Analytical Engines Ltd",
      linkPath: sampleLink,
      expiresAt: sampleTime,
    },
  }),
  "new-device": define({
    ...personal,
    data: z.strictObject({ name, device: place, place, at: instant, linkPath }),
    sample: {
      name: sampleName,
      device: "Firefox, Windows",
      place: "Berlin, DE",
      at: sampleTime,
      linkPath: sampleLink,
    },
  }),
  "account-locked": define({
    ...personal,
    data: z.strictObject({ name, until: instant, linkPath }),
    sample: { name: sampleName, until: sampleTime, linkPath: sampleLink },
  }),
  "second-factor-changed": define({
    ...personal,
    data: z.strictObject({
      name,
      change: z.enum(["added", "removed", "codesRenewed"]),
      at: instant,
      linkPath,
    }),
    sample: { name: sampleName, change: "added", at: sampleTime, linkPath: sampleLink },
  }),
  "account-exists": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath }),
    sample: { name: sampleName, linkPath: sampleLink },
  }),
  "confirm-code": define({
    ...sensitive,
    data: z.strictObject({ name, code: lineSchema(20), expiresAt: instant }),
    sample: { name: sampleName, code: "1234 5678", expiresAt: sampleTime },
  }),
  "account-for-buyer": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath, expiresAt: instant }),
    sample: { name: sampleName, linkPath: sampleLink, expiresAt: sampleTime },
  }),
  "data-export-ready": define({
    ...sensitive,
    data: z.strictObject({ name, linkPath, expiresAt: instant }),
    sample: { name: sampleName, linkPath: sampleLink, expiresAt: sampleTime },
  }),
  "service-ready": define({
    ...personal,
    data: z.strictObject({
      name,
      service: lineSchema(300),
      userName: lineSchema(120),
      server: lineSchema(253),
      linkPath,
    }),
    sample: {
      name: sampleName,
      service: "Web hosting Starter, engines.example",
      userName: "engi4f21ac",
      server: "web1.example.net",
      linkPath: sampleLink,
    },
  }),
  "invoice-issued": define({
    ...personal,
    data: z.strictObject({ name, number: place, total: place, dueOn: place, linkPath }),
    sample: {
      name: sampleName,
      number: "INV-2026-000001",
      total: "€119.00",
      dueOn: "15 December 2026",
      linkPath: "/portal/invoices",
    },
  }),
  "payment-received": define({
    ...personal,
    data: z.strictObject({ name, number: place, amount: place, linkPath }),
    sample: { name: sampleName, number: "INV-2026-000001", amount: "€119.00", linkPath: "/portal/invoices" },
  }),
  "payment-failed": define({
    ...personal,
    data: z.strictObject({ name, number: place, amount: place, failure: place, linkPath }),
    sample: {
      name: sampleName,
      number: "INV-2026-000001",
      amount: "€119.00",
      failure: "declined",
      linkPath: "/portal/invoices",
    },
  }),
  test: define({ ...personal, data: z.strictObject({}), sample: {} }),
} as const;

export type TemplateName = keyof typeof templates;
export type TemplateData<T extends TemplateName> = z.input<(typeof templates)[T]["data"]>;

export const templateNames = Object.keys(templates) as [TemplateName, ...TemplateName[]];

export function isTemplateName(text: string): text is TemplateName {
  return Object.hasOwn(templates, text);
}

/** The variables that a template's words may use: what it is told, without the link, and the company's name. */
export function variablesOf(template: TemplateName): string[] {
  const told = Object.keys(templates[template].data.shape).filter((key) => key !== "linkPath");
  return ["companyName", ...told];
}

/** Variables whose value is one of a few words, said in the mail's language. */
export const wordVariables: readonly string[] = ["change", "failure"];

/** Whether the mail has a button. */
export function hasLink(template: TemplateName): boolean {
  return "linkPath" in templates[template].data.shape;
}
