import "server-only";
import { config } from "@/lib/core/config/load";
import { readSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { originOf } from "@/lib/mail/brand";
import type { Mailbox } from "@/lib/mail/contract";
import type { TransportId } from "@/lib/mail/schema";

export type MailSettingsRow = {
  transport: TransportId | null;
  fromName: string | null;
  fromAddress: string | null;
  replyTo: string | null;
  smtpHost: string | null;
  smtpPort: number | null;
  smtpSecurity: "tls" | "starttls" | "none" | null;
  smtpUser: string | null;
  smtpSecretId: string | null;
  resendSecretId: string | null;
  resendWebhookSecretId: string | null;
  version: number;
};

/** Whose way it is: what the operator configured may lead anywhere, what a company typed into the public internet only. */
export type Way = {
  readonly transport: TransportId;
  readonly isOfCompany: boolean;
  readonly settings: Record<string, unknown>;
};

export type Sending = Way & { readonly from: Mailbox; readonly replyTo: string | null };

export const settingsColumns = sql`transport, from_name as "fromName", from_address as "fromAddress", reply_to as "replyTo",
  smtp_host as "smtpHost", smtp_port as "smtpPort", smtp_security as "smtpSecurity", smtp_user as "smtpUser",
  smtp_secret_id as "smtpSecretId", resend_secret_id as "resendSecretId",
  resend_webhook_secret_id as "resendWebhookSecretId", version`;

export const secretPurposes = {
  smtp: "mail.smtp.password",
  resend: "mail.resend.key",
  resendWebhook: "mail.resend.webhook",
} as const;

/** How the company's mail leaves now, with the secrets for it. Only for the step that sends. */
export async function sendingOf(context: QueryContext): Promise<Sending> {
  const { query, tenantId } = context;
  const row = await settingsRow(context);
  const [company] = await query<{ name: string; host: string | null }>(
    sql`select name, canonical_host() as host from tenants where id = ${tenantId}::uuid`,
  );
  const way = (row && (await ownWay(context, row))) ?? installationWay();
  return {
    ...way,
    from: {
      address: row?.fromAddress ?? usualAddress(company?.host ?? null),
      name: row?.fromName ?? company?.name ?? null,
    },
    replyTo: row?.replyTo ?? null,
  };
}

export async function settingsRow({ query, tenantId }: QueryContext): Promise<MailSettingsRow | undefined> {
  const [row] = await query<MailSettingsRow>(
    sql`select ${settingsColumns} from mail_settings where tenant_id = ${tenantId}::uuid`,
  );
  return row;
}

/** What the environment says: Resend, else a mail server, else the local mailbox. */
export function installationWay(): Way {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL } = config();
  if (RESEND_API_KEY !== undefined) {
    const settings = { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL };
    return { transport: "resend", isOfCompany: false, settings };
  }
  if (SMTP_URL !== undefined)
    return { transport: "smtp", isOfCompany: false, settings: smtpSettings(SMTP_URL) };
  return { transport: "local", isOfCompany: false, settings: {} };
}

/** The sender's address where nobody set one. A single label such as `localhost` is no mail domain: `.invalid` says so. */
export function usualAddress(host: string | null): string {
  const { MAIL_FROM } = config();
  const name = new URL(originOf(host)).hostname;
  return (
    MAIL_FROM ??
    `no-reply@${/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(name) ? name : "panel1.invalid"}`
  );
}

function smtpSettings(address: string): Record<string, unknown> {
  const url = new URL(address);
  const isTls = url.protocol === "smtps:";
  return {
    host: url.hostname,
    port: url.port === "" ? (isTls ? 465 : 587) : Number(url.port),
    security: isTls ? "tls" : "opportunistic",
    user: decodeURIComponent(url.username) || null,
    password: decodeURIComponent(url.password) || null,
  };
}

async function ownWay(context: QueryContext, row: MailSettingsRow): Promise<Way | undefined> {
  const secret = (id: string | null, purpose: string) =>
    id === null ? undefined : readSecret(context, { id, purpose });

  switch (row.transport) {
    case "local":
      return { transport: "local", isOfCompany: true, settings: {} };
    case "smtp":
      return {
        transport: "smtp",
        isOfCompany: true,
        settings: {
          host: row.smtpHost,
          port: row.smtpPort,
          security: row.smtpSecurity,
          user: row.smtpUser,
          password: (await secret(row.smtpSecretId, secretPurposes.smtp)) ?? null,
        },
      };
    case "resend":
      return {
        transport: "resend",
        isOfCompany: true,
        settings: {
          apiKey: await secret(row.resendSecretId, secretPurposes.resend),
          baseUrl: config().RESEND_BASE_URL,
        },
      };
    default:
      return undefined;
  }
}
