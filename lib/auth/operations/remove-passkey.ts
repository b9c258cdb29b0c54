import "server-only";
import { SecondFactorRequired } from "@/lib/auth/errors";
import { secondFactorRemoved } from "@/lib/auth/events";
import { examplePasskey } from "@/lib/auth/passkeys/examples";
import { lockOwnPasskey } from "@/lib/auth/passkeys/rows";
import { PasskeyReference, PasskeyView } from "@/lib/auth/passkeys/schema";
import { personOf } from "@/lib/auth/queries";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { needsSecondFactor } from "@/lib/auth/second-factor/policy";
import { tellSecondFactorChanged } from "@/lib/auth/second-factor/tell";
import { assertWayInLeft } from "@/lib/auth/ways-in";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const removePasskey = operation({
  name: "auth.passkey.remove",
  summary: "Remove one's own passkey",
  description: "Refused for the last way in, and for the last second factor where the company demands one.",
  audience: ["staff", "client"],
  input: PasskeyReference,
  output: PasskeyView,
  example: { input: { passkeyId: examplePasskey.id }, output: examplePasskey },
  refusals: [
    "auth.person_needed",
    "auth.passkey_not_found",
    "auth.second_factor_required",
    "auth.last_way_in",
  ],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context, { passkeyId }) {
    const { userId } = personOf(context.actor);
    const passkey = await lockOwnPasskey(context, { passkeyId, userId });
    await context.execute(sql`
      delete from passkeys where tenant_id = ${context.tenantId}::uuid and id = ${passkeyId}::uuid`);

    const { totpSince, passkeys } = await factorsOf(context, userId);
    const isLast = totpSince === null && passkeys === 0;
    if (isLast && (await needsSecondFactor(context, userId))) throw new SecondFactorRequired();
    await assertWayInLeft(context, userId);

    context.audit({ ...passkey, userId }, null);
    context.emit(secondFactorRemoved({ userId }));
    await tellSecondFactorChanged(context, userId, "removed");
    return passkey;
  },
});
