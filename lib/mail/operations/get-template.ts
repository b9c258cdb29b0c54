import "server-only";
import { query } from "@/lib/core/operation/operation";
import { exampleTemplate } from "@/lib/mail/examples";
import { TemplateReference, TemplateView } from "@/lib/mail/schema";
import { findTemplate, templateView } from "@/lib/mail/template-rows";

export const getTemplate = query({
  name: "mail.template.get",
  summary: "Read a mail template",
  audience: ["staff"],
  input: TemplateReference,
  output: TemplateView,
  http: { method: "GET", path: "/mail-templates/{template}/{language}" },
  example: { input: { template: "password-changed", language: "en" }, output: exampleTemplate },
  run: async (context, key) => templateView(key, await findTemplate(context, key)),
});
