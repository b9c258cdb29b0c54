import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { lineSchema } from "@/lib/core/text";
import { assertErasable } from "@/lib/privacy/erasing";
import { ConfirmationDiffers } from "@/lib/privacy/errors";
import { subjectErased } from "@/lib/privacy/events";
import { exampleSubject } from "@/lib/privacy/examples";
import { subjectFields } from "@/lib/privacy/schema";
import { findSubject, type Subject } from "@/lib/privacy/subjects";

export const erase = operation({
  name: "privacy.subject.erase",
  summary: "Erase a person's data",
  description:
    "Anonymises or deletes what names the person, and keeps what the law keeps: the books, and the audit log, which shows nothing of it any more. Cannot be undone.",
  audience: ["staff"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  input: z.strictObject({
    ...subjectFields,
    confirmation: lineSchema(200).meta({ description: "The name, typed." }),
  }),
  output: z.object({ subjectId: idSchema, isErased: z.boolean() }).meta({ id: "Erasure" }),
  http: { method: "POST", path: "/erasures" },
  example: {
    input: { ...exampleSubject, confirmation: "Analytical Engines Ltd" },
    output: { subjectId: exampleSubject.subjectId, isErased: true },
  },
  refusals: [
    "privacy.subject_not_found",
    "privacy.money_is_open",
    "privacy.cannot_erase_oneself",
    "privacy.confirmation_differs",
    "auth.person_above",
  ],
  async run(context, { subjectKind, subjectId, confirmation }) {
    const { query, now, audit, emit } = context;
    await lockSubject(context, { subjectKind, subjectId });
    const subject = await findSubject(context, { subjectKind, subjectId });
    if (confirmation !== subject.name.normalize("NFC").trim()) throw new ConfirmationDiffers();
    await assertErasable(context, subject);

    const { userIds, clientIds, contactIds, addresses } = subject;
    await query(
      sql`select erase_people(${userIds}::uuid[], ${clientIds}::uuid[], ${contactIds}::uuid[], ${addresses}::text[], ${now})`,
    );
    // Neither the name nor anything else of the person: only that it was done.
    audit(null, { id: subjectId, erased: true, kind: subjectKind }, subjectKind);
    emit(subjectErased({ subjectKind, subjectId }));
    return { subjectId, isErased: true };
  },
});

async function lockSubject(
  { query, tenantId }: CommandContext,
  { subjectKind, subjectId }: { subjectKind: Subject["kind"]; subjectId: string },
) {
  const table = { user: sql`users`, client: sql`clients`, contact: sql`contacts` }[subjectKind];
  await query(
    sql`select 1 from ${table} where tenant_id = ${tenantId}::uuid and id = ${subjectId}::uuid for update`,
  );
}
