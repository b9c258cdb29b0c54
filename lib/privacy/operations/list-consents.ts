import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { type ConsentRow, consentColumns } from "@/lib/privacy/consents";
import { exampleConsent, exampleSubject } from "@/lib/privacy/examples";
import { ConsentView, subjectFields } from "@/lib/privacy/schema";
import { findSubject } from "@/lib/privacy/subjects";

export const listConsents = query({
  name: "privacy.consent.list",
  summary: "List somebody's decisions on marketing",
  description: "The newest first; it counts.",
  audience: ["staff", "client"],
  input: z.strictObject(subjectFields),
  output: z.object({ items: z.array(ConsentView) }).meta({ id: "MarketingConsents" }),
  http: { method: "GET", path: "/marketing-consents" },
  example: { input: exampleSubject, output: { items: [exampleConsent] } },
  refusals: ["privacy.subject_not_found"],
  async run(context, given) {
    const { email } = await findSubject(context, given);
    const items = await context.query<ConsentRow>(sql`
      select ${consentColumns} from marketing_consents
      where tenant_id = ${context.tenantId}::uuid and email = ${email} order by at desc, id desc limit 50`);
    return { items };
  },
});
