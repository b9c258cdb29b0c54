import { z } from "zod";
import { SignedInView, signInOrigin } from "@/lib/auth/schema";
import { challengeHold } from "@/lib/auth/second-factor/schema";
import { idSchema } from "@/lib/core/ids";
import { lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const providerKinds = ["oidc", "google", "microsoft", "github"] as const;

/** The issuer of an OIDC provider: an address without query; what stands behind it is asked for by discovery. */
const issuerSchema = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((text) => !/[?#]/.test(text), "must not have a query");

const fields = {
  name: lineSchema(60),
  issuer: issuerSchema
    .nullable()
    .default(null)
    .meta({ description: "Of `oidc` and `microsoft` (with the directory's id); the others know theirs." }),
  oauthClient: lineSchema(300).meta({ description: "The client id that the provider gave." }),
  isEnabled: z.boolean(),
  forStaff: z.boolean(),
  forClients: z.boolean(),
};
const oauthSecret = z.string().min(1).max(4_000).meta({ format: "password" });

export const CreateProviderInput = z.strictObject({ kind: z.enum(providerKinds), ...fields, oauthSecret });
export const UpdateProviderInput = z.strictObject({
  providerId: idSchema,
  version: z.number().int().min(1),
  ...fields,
  oauthSecret: oauthSecret.nullable().default(null).meta({ description: "Null: the one that is kept." }),
});
export const ProviderReference = z.strictObject({ providerId: idSchema });

export const ProviderView = z
  .object({
    id: idSchema,
    kind: z.enum(providerKinds),
    name: z.string(),
    issuer: z.string().nullable(),
    oauthClient: z.string(),
    isEnabled: z.boolean(),
    forStaff: z.boolean(),
    forClients: z.boolean(),
    version: z.number().int(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "SignInProvider" });

/** What the sign-in page shows. */
export const OfferedProvidersView = z
  .object({ providers: z.array(z.object({ id: idSchema, name: z.string(), kind: z.enum(providerKinds) })) })
  .meta({ id: "OfferedSignInProviders" });

/** A person as a provider names them, after its answer was verified. */
export const identityFields = {
  subject: z.string().min(1).max(300),
  email: z.string().max(254).nullable(),
  isEmailVerified: z.boolean(),
};

export const ProviderHoldView = z.object(challengeHold).meta({ id: "ProviderChallenge" });
export const SignInByProviderInput = z.strictObject({
  ...challengeHold,
  ...signInOrigin,
  providerId: idSchema,
  ...identityFields,
});

export const ByProviderView = z
  .object({
    signedIn: SignedInView.nullable(),
    link: z
      .object(challengeHold)
      .nullable()
      .meta({ description: "An account has this address: its owner may connect the two after signing in." }),
    registration: z
      .object(challengeHold)
      .nullable()
      .meta({ description: "Nobody has this address here: with it one may open an account." }),
  })
  .meta({ id: "SignedInByProvider" });

export const LinkIdentityInput = z.strictObject({
  ...challengeHold,
  identity: z
    .object({ providerId: idSchema, ...identityFields })
    .optional()
    .meta({ description: "As the provider has just named the person; else what the challenge holds." }),
});
export const IdentityReference = z.strictObject({ identityId: idSchema });

export const IdentityView = z
  .object({
    id: idSchema,
    provider: z.string(),
    email: z.string().nullable(),
    createdAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
  })
  .meta({ id: "LinkedIdentity" });
