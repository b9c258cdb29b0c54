import "server-only";
import { z } from "zod";
import { Refusal } from "@/lib/core/errors";
import { query } from "@/lib/core/operation/operation";
import { collect } from "@/lib/privacy/collect";
import { assertErasable } from "@/lib/privacy/erasing";
import { exampleSubject } from "@/lib/privacy/examples";
import { personalTables } from "@/lib/privacy/personal-tables";
import { ErasurePreview, subjectFields } from "@/lib/privacy/schema";
import { findSubject } from "@/lib/privacy/subjects";

export const previewErasure = query({
  name: "privacy.erasure.preview",
  summary: "See what an erasure would delete and keep",
  audience: ["staff"],
  input: z.strictObject(subjectFields),
  output: ErasurePreview,
  http: { method: "GET", path: "/erasure-preview" },
  example: {
    input: exampleSubject,
    output: {
      name: "Analytical Engines Ltd",
      parts: [{ table: "clients", rows: 1, fate: "anonymised" }],
      refusedBy: null,
    },
  },
  refusals: ["privacy.subject_not_found"],
  async run(context, given) {
    const subject = await findSubject(context, given);
    const sections = await collect(context, subject);
    const parts = sections.map(({ table, rows }) => ({
      table,
      rows: rows.length,
      fate: personalTables[table]?.fate ?? ("kept" as const),
    }));
    const refusal = await assertErasable(context, subject).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      },
    );
    return { name: subject.name, parts, refusedBy: refusal };
  },
});
