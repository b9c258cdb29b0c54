import "server-only";
import { z } from "zod";
import { PersonNeeded } from "@/lib/auth/errors";
import { exampleUser } from "@/lib/auth/examples";
import { type UserRow, userColumns } from "@/lib/auth/queries";
import { MeView } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";

export const getMe = query({
  name: "auth.user.me",
  summary: "Who am I, and what may I do",
  description: "The signed-in person, or the creator of the API key that was sent.",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: MeView,
  http: { method: "GET", path: "/me" },
  example: { input: {}, output: { user: exampleUser, permissions: ["*"], via: "session" } },
  refusals: ["auth.person_needed"],
  async run({ query, tenantId, actor }) {
    const isKey = actor.kind === "api_key";
    const owner = isKey
      ? sql`(select created_by_id from api_keys where tenant_id = ${tenantId}::uuid and id = ${actor.id}::uuid)`
      : sql`${actor.id ?? null}::uuid`;
    const [user] = await query<UserRow>(
      sql`select ${userColumns} from users where tenant_id = ${tenantId}::uuid and id = ${owner}`,
    );
    if (user === undefined) throw new PersonNeeded();
    return {
      user,
      permissions: [...actor.permissions],
      via: isKey ? ("api_key" as const) : ("session" as const),
    };
  },
});
