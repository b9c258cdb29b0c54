import { z } from "zod";
import { newPasswordSchema } from "@/lib/auth/schema";
import { idSchema } from "@/lib/core/ids";
import { emailSchema, lineSchema } from "@/lib/core/text";
import { companyFields } from "@/lib/tenants/schema";

export const setupTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "is not a set-up link");

export const SetUpInput = z.strictObject({
  token: setupTokenSchema,
  owner: z.strictObject({ name: lineSchema(120), email: emailSchema, password: newPasswordSchema }),
  company: z.strictObject(companyFields),
});

export const SetUpView = z
  .object({
    tenantId: idSchema,
    ownerId: idSchema,
    host: z.string().nullable().meta({ description: "Where it answers; null: on any host." }),
  })
  .meta({ id: "SetUp" });
