import "server-only";
import { z } from "zod";
import { voidChallenges } from "@/lib/auth/challenges";
import { NoTotp, SecondFactorRequired } from "@/lib/auth/errors";
import { secondFactorRemoved } from "@/lib/auth/events";
import { personOf } from "@/lib/auth/queries";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { needsSecondFactor } from "@/lib/auth/second-factor/policy";
import { SecondFactorView } from "@/lib/auth/second-factor/schema";
import { tellSecondFactorChanged } from "@/lib/auth/second-factor/tell";
import { removeTotp as remove } from "@/lib/auth/totp";
import { operation } from "@/lib/core/operation/operation";

export const removeTotp = operation({
  name: "auth.secondFactor.remove",
  summary: "Remove one's authenticator",
  description:
    "Its recovery codes go with it. Refused while the company demands a second factor and no passkey is left.",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: SecondFactorView,
  example: {
    input: {},
    output: { totpSince: null, recoveryCodesLeft: 0, passkeys: 1, isRequired: false },
  },
  refusals: ["auth.person_needed", "auth.no_totp", "auth.second_factor_required"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context) {
    const { userId } = personOf(context.actor);
    const before = await factorsOf(context, userId);
    const isRequired = await needsSecondFactor(context, userId);
    if (before.totpSince === null) throw new NoTotp();
    if (isRequired && before.passkeys === 0) throw new SecondFactorRequired();

    await remove(context, userId);
    await voidChallenges(context, userId);
    context.audit({ id: userId, kind: "totp", since: before.totpSince }, null, "second_factor");
    context.emit(secondFactorRemoved({ userId }));
    await tellSecondFactorChanged(context, userId, "removed");
    return { ...(await factorsOf(context, userId)), isRequired };
  },
});
