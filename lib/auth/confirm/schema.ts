import { z } from "zod";
import { originSchema, shownCredential } from "@/lib/auth/passkeys/schema";
import { passwordSchema } from "@/lib/auth/schema";
import { challengeHold, codeSchema } from "@/lib/auth/second-factor/schema";
import { idSchema } from "@/lib/core/ids";
import { lineSchema } from "@/lib/core/text";

/** One proof out of four; the rest stays away. */
export const ConfirmInput = z.strictObject({
  password: passwordSchema.optional(),
  code: codeSchema.optional(),
  mailCode: lineSchema(40).optional().meta({ description: "Eight digits from the mail that was asked for." }),
  response: shownCredential.optional().meta({ description: "Of a passkey." }),
  challengeId: challengeHold.challengeId.optional(),
  challengeSecret: challengeHold.challengeSecret.optional(),
  origin: originSchema.optional(),
});

export const ConfirmedView = z
  .object({ sessionId: idSchema, userId: idSchema })
  .meta({ id: "ConfirmedSession" });

export const WaysToConfirmView = z
  .object({
    password: z.boolean(),
    code: z.boolean(),
    passkey: z.boolean(),
    mailCode: z.boolean().meta({ description: "By a code that is sent to the account's address." }),
  })
  .meta({ id: "WaysToConfirm" });

export const ConfirmCodeSentView = z
  .object({ ...challengeHold, sentTo: z.string() })
  .meta({ id: "ConfirmCodeSent" });
