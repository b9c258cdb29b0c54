import "server-only";
import { z } from "zod";
import { readSecret } from "@/lib/core/crypto/secrets";
import { query } from "@/lib/core/operation/operation";
import { secretPurposes, settingsRow } from "@/lib/mail/transport-settings";

/** By what the company's own account at Resend signs its notices; null where it has none. Has no door. */
export const webhookSecret = query({
  name: "mail.notice.secret",
  summary: "Read the secret that notices are signed with",
  audience: ["system"],
  input: z.strictObject({}),
  output: z.string().nullable(),
  example: { input: {}, output: null },
  async run(context) {
    const row = await settingsRow(context);
    if (row?.resendWebhookSecretId == null) return null;
    const secret = { id: row.resendWebhookSecretId, purpose: secretPurposes.resendWebhook };
    return (await readSecret(context, secret)) ?? null;
  },
});
