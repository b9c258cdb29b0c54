import "server-only";
import { assertGuessesLeft, countWrongCode } from "@/lib/auth/code-guesses";
import { CodeRefused } from "@/lib/auth/errors";
import { secondFactorAdded } from "@/lib/auth/events";
import { personOf } from "@/lib/auth/queries";
import { renewRecoveryCodes } from "@/lib/auth/recovery";
import { exampleRecoveryCodes } from "@/lib/auth/second-factor/examples";
import { CodeInput, RecoveryCodesView } from "@/lib/auth/second-factor/schema";
import { tellSecondFactorChanged } from "@/lib/auth/second-factor/tell";
import { confirmTotp as confirm } from "@/lib/auth/totp";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const confirmTotp = operation({
  name: "auth.secondFactor.confirm",
  summary: "Confirm the new authenticator by a code",
  description: "From now on it is asked for at sign-in. The answer holds ten recovery codes, once.",
  audience: ["staff", "client"],
  input: CodeInput,
  output: RecoveryCodesView,
  example: { input: { code: "287082" }, output: { recoveryCodes: exampleRecoveryCodes } },
  refusals: [
    "auth.person_needed",
    "auth.code_refused",
    "auth.too_many_codes",
    "auth.totp_not_begun",
    "auth.totp_already_set_up",
  ],
  refusedToImpersonators: true,
  async run(context, { code }) {
    const { userId, sessionId } = personOf(context.actor);
    await assertGuessesLeft(context, userId);
    if (!(await confirm(context, userId, code))) {
      await countWrongCode(context, userId);
      context.refuseAndKeep(new CodeRefused());
    }

    const recoveryCodes = await renewRecoveryCodes(context, userId);
    // This session has just given its second factor.
    await context.execute(sql`
      update sessions set second_factor_at = ${context.now}
      where tenant_id = ${context.tenantId}::uuid and id = ${sessionId}::uuid and revoked_at is null`);
    context.audit(null, { id: userId, kind: "totp" }, "second_factor");
    context.emit(secondFactorAdded({ userId }));
    await tellSecondFactorChanged(context, userId, "added");
    return { recoveryCodes };
  },
});
