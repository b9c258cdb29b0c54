import "server-only";
import { sql } from "@/lib/core/db/sql";
import { StaleVersion } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";
import { exampleTemplate } from "@/lib/mail/examples";
import { TemplateView, UpdateTemplateInput } from "@/lib/mail/schema";
import {
  findTemplate,
  type TemplateRow,
  templateColumns,
  templateView,
  usableWords,
} from "@/lib/mail/template-rows";

const { subject, heading, body, action, note } = exampleTemplate;

export const updateTemplate = operation({
  name: "mail.template.update",
  summary: "Change a mail template",
  audience: ["staff"],
  input: UpdateTemplateInput,
  output: TemplateView,
  http: { method: "PUT", path: "/mail-templates/{template}/{language}" },
  example: {
    input: {
      template: "password-changed",
      language: "en",
      version: 0,
      subject,
      heading,
      body,
      action,
      note,
    },
    output: exampleTemplate,
  },
  refusals: ["mail.words_unusable", "core.stale_version"],
  async run(context, { template, language, version, ...given }) {
    const { query, tenantId, now } = context;
    const words = usableWords({ template, language }, given);
    const before = await findTemplate(context, { template, language });

    // Conditional on the version that was seen, also where two write the first own words at once.
    const [after] = await query<TemplateRow>(sql`
      insert into mail_templates as t (id, tenant_id, template, language, subject, heading, body, action, note, created_at, updated_at)
      values (${newId()}::uuid, ${tenantId}::uuid, ${template}, ${language}, ${words.subject}, ${words.heading}, ${words.body},
        ${words.action}, ${words.note}, ${now}, ${now})
      on conflict (tenant_id, template, language) do update set subject = excluded.subject, heading = excluded.heading,
        body = excluded.body, action = excluded.action, note = excluded.note, version = t.version + 1,
        updated_at = excluded.updated_at
      where t.version = ${version}
      returning ${templateColumns}`);
    if (after === undefined || (before === undefined && version !== 0)) throw new StaleVersion();

    context.audit(before ?? null, after);
    return templateView({ template, language }, after);
  },
});
