import { createElement } from "react";
import { type ContentRequest, contentOf, plainText } from "@/lib/mail/document/content";
import { MailDocument } from "@/lib/mail/document/mail-document";
import { staticMarkup } from "@/lib/mail/document/static-markup";

export type Rendered = { readonly subject: string; readonly html: string; readonly text: string };

/** One mail as HTML and as text. Markup comes from elements only; whatever a variable holds is text in both (S-54). */
export function renderMail(request: ContentRequest): Rendered {
  const content = contentOf(request);
  const html = `<!DOCTYPE html>${staticMarkup(createElement(MailDocument, { content }))}`;
  return { subject: content.subject, html, text: plainText(content) };
}
