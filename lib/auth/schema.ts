import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { emailSchema, languageSchema, lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

export const userKinds = ["STAFF", "CLIENT"] as const;
export const userStatuses = ["PENDING", "ACTIVE", "SUSPENDED", "ERASED"] as const;
export const apiKeyStatuses = ["ACTIVE", "EXPIRED", "REVOKED"] as const;

/** Compatibility forms are folded, so that a password typed on another keyboard is the same password. */
const typedPassword = z
  .string()
  .max(200)
  .transform((text) => text.normalize("NFKC"));

/** A password that somebody signs in with: whatever it is, it is checked against the stored one. */
export const passwordSchema = typedPassword.pipe(z.string().min(1)).meta({ format: "password" });

/** A password that somebody chooses. Length is what counts (NIST SP 800-63B); composition is not asked for. */
export const newPasswordSchema = typedPassword
  .pipe(z.string().min(12, "must have at least 12 characters"))
  .meta({ format: "password" });

/** How and from where somebody comes, as the door saw it: fields of every operation that ends in a session. */
export const signInOrigin = {
  userAgent: lineSchema(400).nullable().default(null),
  address: lineSchema(64)
    .nullable()
    .default(null)
    .meta({ description: "Where the person comes from, as the door saw it." }),
  deviceSecret: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable()
    .default(null)
    .meta({ description: "What the browser's own cookie holds, by which it is known again." }),
};

export const SignInInput = z.strictObject({ email: emailSchema, password: passwordSchema, ...signInOrigin });

/** What follows a first factor that was right: one is in, or the second factor is asked for, or has to be set up first. */
export const signInSteps = ["signed_in", "second_factor", "second_factor_setup"] as const;

/** Who has signed in, for the door that makes the session cookie. */
export const SignedInView = z
  .object({
    step: z.enum(signInSteps),
    sessionId: idSchema.nullable().meta({ description: "Of the session, once signed in." }),
    challengeId: idSchema
      .nullable()
      .meta({ description: "Of the sign-in under way, while a second factor is asked for." }),
    challengeSecret: z.string().nullable().meta({
      description: "For the cookie of the browser that signs in; the door hands it to nobody else.",
    }),
    userId: idSchema,
    kind: z.enum(userKinds),
    name: z.string(),
    language: z.string().nullable(),
  })
  .meta({ id: "SignedIn" });

export const SessionView = z
  .object({
    id: idSchema,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    isCurrent: z.boolean().meta({ description: "Whether this very request belongs to it." }),
    createdAt: instantSchema,
    lastSeenAt: instantSchema,
    expiresAt: instantSchema,
    method: z.string().meta({ description: "By what the person signed in, for instance password or link." }),
    place: z.string().nullable().meta({ description: "Country of the address, as far as it is known." }),
  })
  .meta({ id: "Session" });

export const SessionReference = z.strictObject({ sessionId: idSchema });
export const EndedView = z.object({ id: idSchema, endedAt: instantSchema }).meta({ id: "EndedSession" });

/** A pattern over operation names: `*`, `clients.*`, `clients.client.list`. */
export const scopeSchema = z
  .string()
  .max(100)
  .regex(
    /^(?:\*|[a-z][A-Za-z]{0,40}(?:\.[a-z][A-Za-z]{0,40}){0,1}\.\*|[a-z][A-Za-z]{0,40}(?:\.[a-z][A-Za-z]{0,40}){2})$/,
    "must be a permission such as clients.* or clients.client.list",
  )
  .meta({ examples: ["clients.client.list"] });

export const CreateApiKeyInput = z.strictObject({
  name: lineSchema(80),
  scopes: z.array(scopeSchema).min(1).max(100).meta({
    description: "What the key may do, within what its creator may do at the time of each request.",
  }),
  expiresAt: instantSchema.nullable().default(null).meta({ description: "Null: until it is revoked." }),
});

export const ApiKeyView = z
  .object({
    id: idSchema,
    name: z.string(),
    prefix: z.string().meta({ description: "Beginning of the secret, to tell keys apart." }),
    scopes: z.array(z.string()),
    status: z.enum(apiKeyStatuses),
    createdBy: z.object({ id: idSchema, name: z.string() }),
    createdAt: instantSchema,
    expiresAt: instantSchema.nullable(),
    lastUsedAt: instantSchema.nullable().meta({ description: "To the minute." }),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: "ApiKey" });

export const NewApiKeyView = z
  .object({
    key: ApiKeyView,
    secret: z.string().meta({ description: "Shown this once. Only its hash is kept." }),
  })
  .meta({ id: "NewApiKey" });

export const ApiKeyReference = z.strictObject({ apiKeyId: idSchema });

export const UserView = z
  .object({
    id: idSchema,
    kind: z.enum(userKinds),
    role: z.string(),
    email: z.string(),
    name: z.string(),
    language: languageSchema.nullable(),
    status: z.enum(userStatuses),
    lastSignInAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: "User" });

export const MeView = z
  .object({
    user: UserView,
    permissions: z.array(z.string()).meta({ description: "What this request's actor may do, as patterns." }),
    via: z.enum(["session", "api_key"]),
  })
  .meta({ id: "Me" });
