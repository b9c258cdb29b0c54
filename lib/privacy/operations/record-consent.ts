import "server-only";
import { z } from "zod";
import { operation } from "@/lib/core/operation/operation";
import { recordDecision } from "@/lib/privacy/consents";
import { exampleConsent, exampleSubject } from "@/lib/privacy/examples";
import { ConsentView, subjectFields, wordingSchema } from "@/lib/privacy/schema";
import { findSubject } from "@/lib/privacy/subjects";

export const recordConsent = operation({
  name: "privacy.consent.record",
  summary: "Record that somebody agreed to marketing, or took it back",
  audience: ["staff", "client"],
  refusedToImpersonators: true,
  input: z.strictObject({
    ...subjectFields,
    isGiven: z.boolean(),
    wording: wordingSchema.meta({ description: "The words that the person agreed to." }),
  }),
  output: ConsentView,
  http: { method: "POST", path: "/marketing-consents", status: 201 },
  example: {
    input: { ...exampleSubject, isGiven: true, wording: exampleConsent.wording },
    output: exampleConsent,
  },
  refusals: ["privacy.subject_not_found"],
  async run(context, { subjectKind, subjectId, isGiven, wording }) {
    const { email, userIds, clientIds } = await findSubject(context, { subjectKind, subjectId });
    const source = context.actor.audience === "client" ? "portal" : "staff";
    return recordDecision(context, {
      email,
      isGiven,
      source,
      wording,
      address: null,
      userId: userIds[0] ?? null,
      clientId: clientIds[0] ?? null,
    });
  },
});
