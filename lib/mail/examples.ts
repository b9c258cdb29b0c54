import type { z } from "zod";
import type {
  MessageView,
  ReceivedMailView,
  SettingsView,
  SuppressionView,
  TemplateView,
} from "@/lib/mail/schema";

/** What the API reference shows. */
export const exampleMessage: z.input<typeof MessageView> = {
  id: "01932f3a-7c00-7000-8000-000000000401",
  kind: "TRANSACTIONAL",
  template: "password-changed",
  language: "en",
  toAddress: "ada@example.com",
  toName: "Ada Lovelace",
  subject: "Your password was changed",
  isSensitive: false,
  hasBody: true,
  state: "SENT",
  round: 1,
  attempts: 1,
  reason: null,
  detail: null,
  transport: "smtp",
  providerId: null,
  clientId: null,
  userId: null,
  recordType: null,
  recordId: null,
  expiresAt: null,
  nextAttemptAt: null,
  sentAt: "2026-04-01T09:00:02.000Z",
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:02.000Z",
};

export const exampleReceived: z.input<typeof ReceivedMailView> = {
  id: "01932f3a-7c00-7000-8000-000000000401",
  template: "password-changed",
  subject: "Your password was changed",
  toAddress: "ada@example.com",
  sentAt: "2026-04-01T09:00:02.000Z",
  isSensitive: false,
};

export const exampleSettings: z.input<typeof SettingsView> = {
  transport: "smtp",
  installationTransport: "local",
  fromName: "Northwind Hosting",
  fromAddress: "no-reply@example.com",
  usualAddress: "no-reply@panel.example.com",
  replyTo: "support@example.com",
  smtpHost: "mail.example.com",
  smtpPort: 587,
  smtpSecurity: "starttls",
  smtpUser: "panel1",
  hasSmtpPassword: true,
  hasResendKey: false,
  hasResendWebhookSecret: false,
  version: 2,
};

export const exampleTemplate: z.input<typeof TemplateView> = {
  id: "01932f3a-7c00-7000-8000-000000000403",
  template: "password-changed",
  language: "en",
  subject: "Your password was changed",
  heading: "Your password was changed",
  body: "Hello {{name}},\n\nthe password of your account was changed on {{at}}.",
  action: "Review security",
  note: "If it was not you, reset your password at once and tell us.",
  variables: ["companyName", "name", "at"],
  hasAction: true,
  isOwn: true,
  version: 1,
  updatedAt: "2026-04-01T09:00:00.000Z",
};

export const exampleSuppression: z.input<typeof SuppressionView> = {
  id: "01932f3a-7c00-7000-8000-000000000402",
  address: "gone@example.com",
  reason: "BOUNCED",
  detail: "550 5.1.1 No such user",
  messageId: exampleMessage.id,
  createdAt: "2026-04-01T09:00:02.000Z",
};
