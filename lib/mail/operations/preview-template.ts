import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleTemplate } from "@/lib/mail/examples";
import { renderTemplate } from "@/lib/mail/render-template";
import { templates } from "@/lib/mail/rules/templates";
import { PreviewTemplateInput, TemplatePreview } from "@/lib/mail/schema";
import { usableWords } from "@/lib/mail/template-rows";

const { subject, heading, body, action, note } = exampleTemplate;

/** How words would look, with made-up data; nothing is saved or sent. */
export const previewTemplate = query({
  name: "mail.template.preview",
  summary: "Preview a mail template",
  audience: ["staff"],
  input: PreviewTemplateInput,
  output: TemplatePreview,
  http: { method: "POST", path: "/mail-templates/{template}/{language}/preview" },
  example: {
    input: { template: "password-changed", language: "en", subject, heading, body, action, note },
    output: { subject, html: "<!DOCTYPE html><html>…</html>", text: "…" },
  },
  refusals: ["mail.words_unusable"],
  async run(context, { template, language, ...given }) {
    const words = usableWords({ template, language }, given);
    return renderTemplate(context, { template, language, words, data: templates[template].sample });
  },
});
