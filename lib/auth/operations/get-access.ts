import "server-only";
import { z } from "zod";
import { PersonNeeded } from "@/lib/auth/errors";
import { exampleUser } from "@/lib/auth/examples";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { instantSchema } from "@/lib/core/time/schema";

export const getAccess = query({
  name: "auth.user.access",
  summary: "See by what one gets in oneself",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: z
    .object({
      email: z.string(),
      hasPassword: z.boolean(),
      passwordChangedAt: instantSchema.nullable().meta({ description: "Null: it is the first one." }),
    })
    .meta({ id: "Access" }),
  example: {
    input: {},
    output: { email: exampleUser.email, hasPassword: true, passwordChangedAt: "2026-03-20T12:00:00.000Z" },
  },
  refusals: ["auth.person_needed"],
  async run({ query, tenantId, actor }) {
    const { userId } = personOf(actor);
    const [access] = await query<{ email: string; hasPassword: boolean; passwordChangedAt: Date | null }>(sql`
      select email, credential_hash(id) is not null as "hasPassword", password_changed_at as "passwordChangedAt"
      from users where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid`);
    if (access === undefined) throw new PersonNeeded();
    return access;
  },
});
