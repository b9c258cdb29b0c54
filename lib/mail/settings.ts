import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import {
  installationWay,
  type MailSettingsRow,
  settingsRow,
  usualAddress,
} from "@/lib/mail/transport-settings";

/** The company's settings as people see them: of secrets only whether they are there. */
export async function settingsView(context: QueryContext) {
  const row = await settingsRow(context);
  const [found] = await context.query<{ host: string | null }>(sql`select canonical_host() as host`);
  return {
    ...(row ?? noSettings),
    installationTransport: installationWay().transport,
    usualAddress: usualAddress(found?.host ?? null),
    hasSmtpPassword: row?.smtpSecretId != null,
    hasResendKey: row?.resendSecretId != null,
    hasResendWebhookSecret: row?.resendWebhookSecretId != null,
  };
}

export const noSettings: MailSettingsRow = {
  transport: null,
  fromName: null,
  fromAddress: null,
  replyTo: null,
  smtpHost: null,
  smtpPort: null,
  smtpSecurity: null,
  smtpUser: null,
  smtpSecretId: null,
  resendSecretId: null,
  resendWebhookSecretId: null,
  version: 0,
};
