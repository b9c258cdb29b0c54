import "server-only";
import { examplePasskey } from "@/lib/auth/passkeys/examples";
import { type PasskeyRow, passkeyColumns } from "@/lib/auth/passkeys/rows";
import { PasskeyView } from "@/lib/auth/passkeys/schema";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";

const definition = {
  from: sql`passkeys`,
  columns: passkeyColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: {},
} as const;

export const listPasskeys = query({
  name: "auth.passkey.list",
  summary: "List one's own passkeys",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(PasskeyView),
  example: { input: {}, output: { items: [examplePasskey], nextCursor: null } },
  refusals: ["auth.person_needed"],
  run(context, request) {
    const { userId } = personOf(context.actor);
    return readPage<PasskeyRow>(context, definition, request, [sql`user_id = ${userId}::uuid`]);
  },
});
