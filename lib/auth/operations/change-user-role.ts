import "server-only";
import { endAccess } from "@/lib/auth/end-access";
import { UserNotFound, UserNotInState } from "@/lib/auth/people/errors";
import { userRoleChanged } from "@/lib/auth/people/events";
import { examplePerson } from "@/lib/auth/people/examples";
import { revokeKeys } from "@/lib/auth/people/narrow-access";
import { assertNotLastOwner, findPerson, lockPerson, updatePerson } from "@/lib/auth/people/people";
import { grantableRole } from "@/lib/auth/people/roles";
import { ChangeUserRoleInput, PersonView } from "@/lib/auth/people/schema";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const changeUserRole = operation({
  name: "auth.user.changeRole",
  summary: "Give a member of staff another role",
  description:
    "The person signs in anew, and keys of theirs that say more than the new role allows are revoked. Nobody gives more than they have themselves.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: ChangeUserRoleInput,
  output: PersonView,
  example: {
    input: { userId: examplePerson.id, version: 1, role: "read_only" },
    output: { ...examplePerson, role: "read_only", version: 2 },
  },
  refusals: [
    "auth.user_not_found",
    "auth.own_account",
    "auth.person_above",
    "auth.last_owner",
    "auth.role_not_found",
    "auth.role_not_held",
    "auth.user_not_in_state",
    "core.stale_version",
  ],
  async run(context, { role: key, ...wanted }) {
    const before = await lockPerson(context, wanted);
    if (before.kind !== "STAFF") throw new UserNotFound();
    if (before.status === "ERASED") throw new UserNotInState(before.status);
    const role = await grantableRole(context, key, "STAFF");
    if (before.role === role.key) return before;
    await assertNotLastOwner(context, before);

    await updatePerson(context, before, sql`role = ${role.key}`);
    await endAccess(context, { userId: before.id, reason: "role_changed" });
    await revokeKeys(context, { userId: before.id, allowed: role.permissions });

    const after = await findPerson(context, before.id);
    context.audit(before, after);
    context.emit(userRoleChanged({ userId: before.id }));
    return after;
  },
});
