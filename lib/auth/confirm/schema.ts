import { z } from "zod";
import { originSchema, shownCredential } from "@/lib/auth/passkeys/schema";
import { passwordSchema } from "@/lib/auth/schema";
import { challengeHold, codeSchema } from "@/lib/auth/second-factor/schema";
import { idSchema } from "@/lib/core/ids";

/** One proof out of three; the rest stays away. */
export const ConfirmInput = z.strictObject({
  password: passwordSchema.optional(),
  code: codeSchema.optional(),
  response: shownCredential.optional().meta({ description: "Of a passkey." }),
  challengeId: challengeHold.challengeId.optional(),
  challengeSecret: challengeHold.challengeSecret.optional(),
  origin: originSchema.optional(),
});

export const ConfirmedView = z
  .object({ sessionId: idSchema, userId: idSchema })
  .meta({ id: "ConfirmedSession" });

export const WaysToConfirmView = z
  .object({ password: z.boolean(), code: z.boolean(), passkey: z.boolean() })
  .meta({ id: "WaysToConfirm" });
