import "server-only";
import type { z } from "zod";
import { secondFactorPolicyChanged } from "@/lib/auth/events";
import { assertSecondFactorGiven } from "@/lib/auth/second-factor/assert-given";
import { readSecondFactorPolicy, writeSecondFactorPolicy } from "@/lib/auth/second-factor/policy";
import { SecondFactorPolicyView, UpdateSecondFactorPolicyInput } from "@/lib/auth/second-factor/schema";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

export const updateSecondFactorPolicy = operation({
  name: "auth.secondFactorPolicy.update",
  summary: "Decide which roles must have a second factor",
  description:
    "Whoever it concerns and is signed in without one is signed out, and sets one up at the next sign-in. Refused to a person whom it concerns while they are in without one themselves.",
  audience: ["staff"],
  input: UpdateSecondFactorPolicyInput,
  output: SecondFactorPolicyView,
  example: {
    input: { roles: ["client_owner"], version: 0 },
    output: { demandedOf: "staff", roles: ["client_owner"], version: 1 },
  },
  refusals: ["auth.person_needed", "auth.second_factor_needed", "core.stale_version"],
  needsFreshSignIn: true,
  async run(context, { version, ...policy }) {
    const { tenantId: id } = context;
    const before = await readSecondFactorPolicy(context);
    const after = { ...before, ...policy, version: await writeSecondFactorPolicy(context, policy, version) };
    await assertSecondFactorGiven(context);
    await endSessionsWithout(context, after);

    context.audit({ id, ...before }, { id, ...after }, "second_factor_policy");
    context.emit(secondFactorPolicyChanged({ tenantId: id }));
    return after;
  },
});

type Policy = z.output<typeof SecondFactorPolicyView>;

/** Ends the sessions that were begun without a second factor, of everybody whom the policy concerns. */
async function endSessionsWithout(
  { execute, tenantId, now }: CommandContext,
  { demandedOf, roles }: Policy,
): Promise<void> {
  const kinds = { optional: [], staff: ["STAFF"], everyone: ["STAFF", "CLIENT"] }[demandedOf];
  await execute(sql`
    update sessions s set revoked_at = ${now}, revoked_reason = 'second_factor_policy'
    from users u
    where s.tenant_id = ${tenantId}::uuid and u.tenant_id = s.tenant_id and u.id = s.user_id
      and s.revoked_at is null and s.second_factor_at is null and s.impersonator_id is null
      and (u.kind::text = any(${kinds}::text[]) or u.role = any(${roles}::text[])
        or exists (select 1 from memberships m
          where m.tenant_id = u.tenant_id and m.user_id = u.id and m.role = any(${roles}::text[])))`);
}
