import { z } from "zod";
import { SignedInView, signInOrigin } from "@/lib/auth/schema";
import { SecondFactorPolicy } from "@/lib/auth/second-factor/policy-schema";
import { idSchema } from "@/lib/core/ids";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

/** Six digits of an authenticator, or a recovery code; blanks and dashes do not matter. */
export const codeSchema = lineSchema(40).meta({ description: "Of the authenticator, or a recovery code." });

/** Which sign-in under way: the id, and the secret from the cookie of the browser that began it. */
export const challengeHold = {
  challengeId: idSchema,
  challengeSecret: z.string().min(1).max(100),
};

export const GiveCodeInput = z.strictObject({ ...challengeHold, ...signInOrigin, code: codeSchema });
export const ChallengeReference = z.strictObject(challengeHold);
export const CodeInput = z.strictObject({ code: codeSchema });

/** How the new authenticator is told its secret. */
export const NewTotpView = z
  .object({
    secret: z.string().meta({ description: "Base32, for typing in. Shown until a code confirms it." }),
    uri: z.string().meta({ description: "The same as otpauth address." }),
    qr: z
      .object({ size: z.number().int(), path: z.string() })
      .meta({ description: "The address as QR code: modules to a side, and an SVG path of the dark ones." }),
  })
  .meta({ id: "NewAuthenticator" });

const recoveryCodes = z.array(z.string()).meta({ description: "Shown this once. Only hashes are kept." });

export const RecoveryCodesView = z.object({ recoveryCodes }).meta({ id: "RecoveryCodes" });
export const FirstSecondFactorView = z
  .object({ signedIn: SignedInView, recoveryCodes })
  .meta({ id: "FirstSecondFactor" });

export const SecondFactorView = z
  .object({
    totpSince: instantSchema.nullable().meta({ description: "Since when an authenticator counts." }),
    recoveryCodesLeft: z.number().int(),
    passkeys: z.number().int(),
    isRequired: z
      .boolean()
      .meta({ description: "Whether the company demands a second factor of this person." }),
  })
  .meta({ id: "SecondFactor" });

export const UpdateSecondFactorPolicyInput = SecondFactorPolicy.extend({
  version: z.number().int().min(0),
}).strict();
export const SecondFactorPolicyView = SecondFactorPolicy.extend({
  demandedOf: z
    .enum(["optional", "staff", "everyone"])
    .meta({ description: "The setting `security.secondFactor`, which holds beside the roles." }),
  version: z.number().int(),
}).meta({ id: "SecondFactorPolicy" });
