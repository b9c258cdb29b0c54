import "server-only";
import type { z } from "zod";
import { deleteSecret, writeSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { SettingsIncomplete } from "@/lib/mail/errors";
import { exampleSettings } from "@/lib/mail/examples";
import { SettingsView, UpdateSettingsInput } from "@/lib/mail/schema";
import { noSettings, settingsView } from "@/lib/mail/settings";
import { type MailSettingsRow, secretPurposes, settingsColumns } from "@/lib/mail/transport-settings";

type Input = z.output<typeof UpdateSettingsInput>;

export const updateSettings = operation({
  name: "mail.settings.update",
  summary: "Change how mail leaves",
  description: "Secrets that are not sent stay as they are; null takes them away.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: UpdateSettingsInput,
  output: SettingsView,
  http: { method: "PUT", path: "/mail-settings" },
  example: {
    input: {
      version: 1,
      transport: "smtp",
      fromName: "Northwind Hosting",
      fromAddress: "no-reply@example.com",
      replyTo: "support@example.com",
      smtpHost: "mail.example.com",
      smtpPort: 587,
      smtpSecurity: "starttls",
      smtpUser: "panel1",
    },
    output: exampleSettings,
  },
  refusals: ["mail.settings_incomplete", "core.stale_version"],
  async run(context, input) {
    const before = await lockSettings(context, input.version);
    const row = {
      ...input,
      smtpSecretId: await kept(context, before.smtpSecretId, secretPurposes.smtp, input.smtpPassword),
      resendSecretId: await kept(context, before.resendSecretId, secretPurposes.resend, input.resendApiKey),
      resendWebhookSecretId: await kept(
        context,
        before.resendWebhookSecretId,
        secretPurposes.resendWebhook,
        input.resendWebhookSecret,
      ),
    };
    const missing = missingFor(row);
    if (missing.length > 0) throw new SettingsIncomplete(missing);

    const after = await write(context, row, input.version);
    context.audit(before.version === 0 ? null : { id: context.tenantId, ...before }, {
      id: context.tenantId,
      ...after,
    });
    return settingsView(context);
  },
});

/** The settings, locked; those of a company that has none yet stand at version 0. */
async function lockSettings({ query, tenantId }: CommandContext, version: number): Promise<MailSettingsRow> {
  const [row] = await query<MailSettingsRow>(
    sql`select ${settingsColumns} from mail_settings where tenant_id = ${tenantId}::uuid for no key update`,
  );
  if ((row?.version ?? 0) !== version) throw new StaleVersion();
  return row ?? noSettings;
}

async function kept(
  context: CommandContext,
  id: string | null,
  purpose: string,
  given: string | null | undefined,
): Promise<string | null> {
  if (given === undefined) return id;
  if (given !== null) return writeSecret(context, { purpose, plaintext: given, ...(id && { id }) });
  if (id !== null) await deleteSecret(context, { id, purpose });
  return null;
}

type Row = Input & Pick<MailSettingsRow, "smtpSecretId" | "resendSecretId" | "resendWebhookSecretId">;

function missingFor(row: Row): string[] {
  if (row.transport === "resend") return row.resendSecretId === null ? ["resendApiKey"] : [];
  if (row.transport !== "smtp") return [];
  const needed = (["smtpHost", "smtpPort", "smtpSecurity"] as const).filter((field) => row[field] === null);
  // A password that crosses the net in plain text is everybody's.
  const isExposed = row.smtpSecurity === "none" && row.smtpUser !== null;
  return isExposed ? [...needed, "smtpSecurity"] : needed;
}

/** Conditional on the version that was seen: two who set it up at once do not overwrite each other. */
async function write(
  { query, tenantId, now }: CommandContext,
  row: Row,
  version: number,
): Promise<MailSettingsRow> {
  const [after] = await query<MailSettingsRow>(sql`
    insert into mail_settings as s (tenant_id, transport, from_name, from_address, reply_to, smtp_host, smtp_port, smtp_security,
      smtp_user, smtp_secret_id, resend_secret_id, resend_webhook_secret_id, created_at, updated_at)
    values (${tenantId}::uuid, ${row.transport}, ${row.fromName}, ${row.fromAddress}, ${row.replyTo}, ${row.smtpHost},
      ${row.smtpPort}, ${row.smtpSecurity}, ${row.smtpUser}, ${row.smtpSecretId}::uuid, ${row.resendSecretId}::uuid,
      ${row.resendWebhookSecretId}::uuid, ${now}, ${now})
    on conflict (tenant_id) do update set transport = excluded.transport, from_name = excluded.from_name,
      from_address = excluded.from_address, reply_to = excluded.reply_to, smtp_host = excluded.smtp_host,
      smtp_port = excluded.smtp_port, smtp_security = excluded.smtp_security, smtp_user = excluded.smtp_user,
      smtp_secret_id = excluded.smtp_secret_id, resend_secret_id = excluded.resend_secret_id,
      resend_webhook_secret_id = excluded.resend_webhook_secret_id, version = s.version + 1, updated_at = excluded.updated_at
    where s.version = ${version}
    returning ${settingsColumns}`);
  if (after === undefined) throw new StaleVersion();
  return after;
}
