import "server-only";
import { z } from "zod";
import { PersonNeeded } from "@/lib/auth/errors";
import { exampleUser } from "@/lib/auth/examples";
import { personOf, type UserRow, userColumns } from "@/lib/auth/queries";
import { UserView } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { languageSchema } from "@/lib/core/text";

export const setLanguage = operation({
  name: "auth.user.setLanguage",
  summary: "Choose one's own language",
  audience: ["staff", "client"],
  input: z.strictObject({ language: languageSchema }),
  output: UserView,
  example: { input: { language: "de" }, output: { ...exampleUser, language: "de" } },
  refusals: ["auth.person_needed"],
  async run(context, { language }) {
    const { execute, tenantId, now } = context;
    const before = await lockOwnUser(context);
    await execute(sql`
      update users set language = ${language}, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and id = ${before.id}::uuid`);

    const after = { ...before, language };
    context.audit(before, after);
    return after;
  },
});

async function lockOwnUser({ query, tenantId, actor }: CommandContext): Promise<UserRow> {
  const { userId } = personOf(actor);
  const [user] = await query<UserRow>(sql`
    select ${userColumns} from users where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid for update`);
  if (user === undefined) throw new PersonNeeded();
  return user;
}
