import { z } from "zod";
import { signInOrigin } from "@/lib/auth/schema";
import { challengeHold } from "@/lib/auth/second-factor/schema";
import { idSchema } from "@/lib/core/ids";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/);

/** JSON as a browser's form carries it. */
const jsonText = z
  .string()
  .max(30_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  });

const credential = { id: base64url(1_400), rawId: base64url(1_400), type: z.literal("public-key") };
const extensions = z.object({}).default({});

/** What `navigator.credentials.create` gave. */
export const newCredential = jsonText.pipe(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(8_000),
      attestationObject: base64url(16_000),
      transports: z.array(z.string().max(40)).max(10).default([]),
    }),
    clientExtensionResults: extensions,
  }),
);

/** What `navigator.credentials.get` gave. */
export const shownCredential = jsonText.pipe(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url(8_000),
      authenticatorData: base64url(4_000),
      signature: base64url(2_000),
    }),
    clientExtensionResults: extensions,
  }),
);

/** The origin that the browser sees, as the door found it; never typed. */
export const originSchema = z.string().max(300);
const nameSchema = lineSchema(60);

export const BeginPasskeyInput = z.strictObject({ origin: originSchema });
export const RegisterPasskeyInput = z.strictObject({
  ...challengeHold,
  origin: originSchema,
  response: newCredential,
  name: nameSchema,
});
export const SignInByPasskeyInput = z.strictObject({
  ...challengeHold,
  ...signInOrigin,
  origin: originSchema,
  response: shownCredential,
});
export const RenamePasskeyInput = z.strictObject({ passkeyId: idSchema, name: nameSchema });
export const PasskeyReference = z.strictObject({ passkeyId: idSchema });

/** A ceremony that has begun: what the browser is asked, as JSON, and what it holds meanwhile. */
export const CeremonyView = z
  .object({ options: z.string(), challengeId: idSchema, challengeSecret: z.string() })
  .meta({ id: "PasskeyCeremony" });

export const PasskeyView = z
  .object({
    id: idSchema,
    name: z.string(),
    host: z.string().meta({ description: "Where it works." }),
    isBackedUp: z.boolean().meta({ description: "Whether the person's devices share it." }),
    createdAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
  })
  .meta({ id: "Passkey" });
