import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { languageSchema } from "@/lib/core/text";
import { exampleTemplate } from "@/lib/mail/examples";
import { templateNames } from "@/lib/mail/rules/templates";
import { TemplateView } from "@/lib/mail/schema";
import { type TemplateRow, templateColumns, templateView } from "@/lib/mail/template-rows";

export const listTemplates = query({
  name: "mail.template.list",
  summary: "List mail templates",
  audience: ["staff"],
  input: z.strictObject({ language: languageSchema }),
  output: z.object({ items: z.array(TemplateView) }).meta({ id: "MailTemplates" }),
  http: { method: "GET", path: "/mail-templates" },
  example: { input: { language: "en" }, output: { items: [exampleTemplate] } },
  async run({ query, tenantId }, { language }) {
    const rows = await query<TemplateRow>(sql`
      select ${templateColumns} from mail_templates where tenant_id = ${tenantId}::uuid and language = ${language}`);
    const own = new Map(rows.map((row) => [row.template, row]));
    return {
      items: templateNames.map((template) => templateView({ template, language }, own.get(template))),
    };
  },
});
