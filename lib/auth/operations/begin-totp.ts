import "server-only";
import { z } from "zod";
import { personOf } from "@/lib/auth/queries";
import { exampleNewTotp } from "@/lib/auth/second-factor/examples";
import { qrPath } from "@/lib/auth/second-factor/qr";
import { NewTotpView } from "@/lib/auth/second-factor/schema";
import { beginTotp as begin } from "@/lib/auth/totp";
import { operation } from "@/lib/core/operation/operation";

export const beginTotp = operation({
  name: "auth.secondFactor.begin",
  summary: "Begin to set an authenticator up",
  description: "It counts once a code of it was given.",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: NewTotpView,
  example: { input: {}, output: exampleNewTotp },
  refusals: ["auth.person_needed", "auth.totp_already_set_up"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context) {
    const { userId } = personOf(context.actor);
    const begun = await begin(context, userId);
    return { ...begun, qr: qrPath(begun.uri) };
  },
});
