import "server-only";
import { endAccess } from "@/lib/auth/end-access";
import { UserNotInState } from "@/lib/auth/people/errors";
import { userSuspended } from "@/lib/auth/people/events";
import { examplePerson } from "@/lib/auth/people/examples";
import { assertNotLastOwner, lockPerson, updatePerson } from "@/lib/auth/people/people";
import { PersonView, SuspendUserInput } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const suspendUser = operation({
  name: "auth.user.suspend",
  summary: "Suspend an account",
  description:
    "Its sessions end, its keys stop, and links in its mailbox open nothing, from the next request on.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: SuspendUserInput,
  output: PersonView,
  example: {
    input: { userId: examplePerson.id, version: 1, reason: "Left the company" },
    output: { ...examplePerson, status: "SUSPENDED", statusReason: "Left the company", version: 2 },
  },
  refusals: [
    "auth.user_not_found",
    "auth.own_account",
    "auth.person_above",
    "auth.last_owner",
    "auth.user_not_in_state",
    "core.stale_version",
  ],
  async run(context, { reason, ...wanted }) {
    const before = await lockPerson(context, wanted);
    if (before.status !== "ACTIVE" && before.status !== "PENDING") throw new UserNotInState(before.status);
    await assertNotLastOwner(context, before);

    await updatePerson(context, before, sql`status = 'SUSPENDED', status_reason = ${reason}`);
    await endAccess(context, { userId: before.id, reason: "suspended" });

    const after = {
      ...before,
      status: "SUSPENDED" as const,
      statusReason: reason,
      version: before.version + 1,
    };
    context.audit(before, after);
    context.emit(userSuspended({ userId: before.id }));
    return after;
  },
});
