import "server-only";
import { z } from "zod";
import { NoTotp } from "@/lib/auth/errors";
import { recoveryCodesRenewed } from "@/lib/auth/events";
import { personOf } from "@/lib/auth/queries";
import { renewRecoveryCodes as renew } from "@/lib/auth/recovery";
import { exampleRecoveryCodes } from "@/lib/auth/second-factor/examples";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { RecoveryCodesView } from "@/lib/auth/second-factor/schema";
import { tellSecondFactorChanged } from "@/lib/auth/second-factor/tell";
import { operation } from "@/lib/core/operation/operation";

export const renewRecoveryCodes = operation({
  name: "auth.secondFactor.renewCodes",
  summary: "Replace one's recovery codes",
  description: "Earlier ones no longer work.",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: RecoveryCodesView,
  example: { input: {}, output: { recoveryCodes: exampleRecoveryCodes } },
  refusals: ["auth.person_needed", "auth.no_totp"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context) {
    const { userId } = personOf(context.actor);
    const { totpSince, recoveryCodesLeft } = await factorsOf(context, userId);
    if (totpSince === null) throw new NoTotp();

    const recoveryCodes = await renew(context, userId);
    const after = { id: userId, recoveryCodesLeft: recoveryCodes.length };
    context.audit({ id: userId, recoveryCodesLeft }, after, "second_factor");
    context.emit(recoveryCodesRenewed({ userId }));
    await tellSecondFactorChanged(context, userId, "codesRenewed");
    return { recoveryCodes };
  },
});
