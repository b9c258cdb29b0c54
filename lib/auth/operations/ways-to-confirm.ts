import "server-only";
import { z } from "zod";
import { isMailCodeEnough } from "@/lib/auth/confirm/mail-code";
import { WaysToConfirmView } from "@/lib/auth/confirm/schema";
import { personOf } from "@/lib/auth/queries";
import { factorsOf } from "@/lib/auth/second-factor/factors";
import { waysIn } from "@/lib/auth/ways-in";
import { query } from "@/lib/core/operation/operation";

export const waysToConfirm = query({
  name: "auth.session.waysToConfirm",
  summary: "Read by what one can confirm who one is",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: WaysToConfirmView,
  example: { input: {}, output: { password: true, code: true, passkey: false, mailCode: false } },
  refusals: ["auth.person_needed"],
  async run(context) {
    const { userId } = personOf(context.actor);
    const [{ hasPassword }, { totpSince, passkeys }] = [
      await waysIn(context, userId),
      await factorsOf(context, userId),
    ];
    const mailCode = await isMailCodeEnough(context, userId);
    return { password: hasPassword, code: totpSince !== null, passkey: passkeys > 0, mailCode };
  },
});
