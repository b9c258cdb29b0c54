import "server-only";
import { UserNotInState } from "@/lib/auth/people/errors";
import { userReactivated } from "@/lib/auth/people/events";
import { examplePerson } from "@/lib/auth/people/examples";
import { lockPerson, updatePerson } from "@/lib/auth/people/people";
import { ChangeUserInput, PersonView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const reactivateUser = operation({
  name: "auth.user.reactivate",
  summary: "Let a suspended account in again",
  description: "Sessions that ended stay ended; keys that were not revoked work again.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: ChangeUserInput,
  output: PersonView,
  example: { input: { userId: examplePerson.id, version: 2 }, output: { ...examplePerson, version: 3 } },
  refusals: [
    "auth.user_not_found",
    "auth.own_account",
    "auth.person_above",
    "auth.user_not_in_state",
    "core.stale_version",
  ],
  async run(context, wanted) {
    const before = await lockPerson(context, wanted);
    if (before.status !== "SUSPENDED") throw new UserNotInState(before.status);

    await updatePerson(
      context,
      before,
      sql`status = case when email_verified_at is null then 'PENDING' else 'ACTIVE' end::user_status, status_reason = null`,
    );
    const [now] = await context.query<{ status: "ACTIVE" | "PENDING" }>(sql`
      select status from users where tenant_id = ${context.tenantId}::uuid and id = ${before.id}::uuid`);

    const after = {
      ...before,
      status: now?.status ?? ("ACTIVE" as const),
      statusReason: null,
      version: before.version + 1,
    };
    context.audit(before, after);
    context.emit(userReactivated({ userId: before.id }));
    return after;
  },
});
