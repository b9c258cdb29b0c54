import "server-only";
import { exampleImpersonation } from "@/lib/auth/people/examples";
import { ImpersonationRecord } from "@/lib/auth/people/schema";
import { personOf } from "@/lib/auth/queries";
import { impersonationIsShown } from "@/lib/auth/settings";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";

type Row = { id: string; byName: string; reason: string; startedAt: Date; endedAt: Date };

const definition = {
  from: sql`sessions`,
  columns: sql`id, by_name as "byName", reason, started_at as "startedAt", ended_at as "endedAt"`,
  sorts: { startedAt: { column: "started_at", type: "timestamptz" } },
  defaultSort: "-startedAt",
  filters: {},
} as const;

export const listImpersonations = query({
  name: "auth.impersonation.history",
  summary: "List when staff acted as oneself",
  description: "With who, when and why. Empty where the company has chosen not to show it.",
  audience: ["client"],
  input: listInput(definition),
  output: pageOf(ImpersonationRecord),
  example: { input: {}, output: { items: [exampleImpersonation], nextCursor: null } },
  refusals: ["auth.person_needed"],
  async run(context, request) {
    const { userId } = personOf(context.actor);
    if (!(await readSetting(context, impersonationIsShown))) return { items: [], nextCursor: null };
    const from = sql`impersonations_of_user(${userId}::uuid)`;
    return readPage<Row>(context, { ...definition, from }, request, []);
  },
});
