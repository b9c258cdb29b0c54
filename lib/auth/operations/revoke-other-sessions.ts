import "server-only";
import { z } from "zod";
import { endSessions } from "@/lib/auth/end-access";
import { personOf } from "@/lib/auth/queries";
import { operation } from "@/lib/core/operation/operation";

export const revokeOtherSessions = operation({
  name: "auth.session.revokeOthers",
  summary: "End all of one's other sessions",
  description: "Every other browser is signed out at its next request; `includingThis` ends this one too.",
  audience: ["staff", "client"],
  input: z.strictObject({ includingThis: z.boolean().default(false) }),
  output: z.object({ sessionsEnded: z.number().int() }).meta({ id: "SessionsEnded" }),
  example: { input: {}, output: { sessionsEnded: 2 } },
  refusals: ["auth.person_needed"],
  async run(context, { includingThis }) {
    const { userId, sessionId } = personOf(context.actor);
    const sessionsEnded = await endSessions(context, {
      userId,
      reason: "signed_out_everywhere",
      exceptSessionId: includingThis ? undefined : sessionId,
    });
    return { sessionsEnded };
  },
});
