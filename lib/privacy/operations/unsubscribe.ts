import "server-only";
import { z } from "zod";
import { operation } from "@/lib/core/operation/operation";
import { readUnsubscribeToken, recordDecision } from "@/lib/privacy/consents";
import { LinkNotValid } from "@/lib/privacy/errors";
import { wordingSchema } from "@/lib/privacy/schema";

export const unsubscribe = operation({
  name: "privacy.consent.unsubscribe",
  summary: "Take marketing back by the link in a mail",
  audience: ["visitor", "client", "staff"],
  input: z.strictObject({
    token: z.string().max(600),
    wording: wordingSchema.default("Unsubscribed by the link in a mail."),
  }),
  output: z.object({ isDone: z.boolean() }).meta({ id: "Unsubscribed" }),
  example: { input: { token: "YWRhQGV4YW1wbGUuY29t.c2lnbmF0dXJl" }, output: { isDone: true } },
  refusals: ["privacy.link_not_valid"],
  async run(context, { token, wording }) {
    const email = readUnsubscribeToken(context.tenantId, token);
    if (email === undefined) throw new LinkNotValid();
    await recordDecision(context, { email, isGiven: false, source: "unsubscribe", wording, address: null });
    return { isDone: true };
  },
});
