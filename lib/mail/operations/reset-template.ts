import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import { operation } from "@/lib/core/operation/operation";
import { exampleTemplate } from "@/lib/mail/examples";
import { ResetTemplateInput, TemplateView } from "@/lib/mail/schema";
import { type TemplateRow, templateColumns, templateView } from "@/lib/mail/template-rows";

export const resetTemplate = operation({
  name: "mail.template.reset",
  summary: "Take a mail template back to the product's words",
  audience: ["staff"],
  input: ResetTemplateInput,
  output: TemplateView,
  http: { method: "POST", path: "/mail-templates/{template}/{language}/reset" },
  example: {
    input: { template: "password-changed", language: "en", version: 1 },
    output: { ...exampleTemplate, id: null, isOwn: false, version: 0, updatedAt: null },
  },
  refusals: ["core.stale_version"],
  async run({ query, tenantId, audit }, { template, language, version }) {
    const [before] = await query<TemplateRow>(sql`
      delete from mail_templates
      where tenant_id = ${tenantId}::uuid and template = ${template} and language = ${language} and version = ${version}
      returning ${templateColumns}`);
    if (before === undefined) throw new StaleVersion();

    audit(before, null);
    return templateView({ template, language }, undefined);
  },
});
