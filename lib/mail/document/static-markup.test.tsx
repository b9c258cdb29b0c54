import { render } from "react-email";
import { expect, test } from "vitest";
import { contentOf } from "@/lib/mail/document/content";
import { MailDocument } from "@/lib/mail/document/mail-document";
import { staticMarkup } from "@/lib/mail/document/static-markup";
import { defaultWords, layoutTexts, type MailLanguage } from "@/lib/mail/texts";

const brand = { name: "A & B <Hosting>", legalLine: `"A" & 'B' Ltd`, accent: "#3f51d0", logoUrl: null };

/** What streaming renderers add and no mail program needs. */
function bare(html: string): string {
  return html
    .replace(/^<!DOCTYPE[^>]*>/, "")
    .replace(/<!--(?!\[if)[^[\]]*?-->/g, "")
    .replace(/<link rel="preload"[^>]*>/g, "")
    .replaceAll("cellPadding", "cellpadding")
    .replaceAll("cellSpacing", "cellspacing");
}

test.each(["en", "de", "ar"] as MailLanguage[])(
  "a mail in %s comes out as react-email's own renderer writes it",
  async (language) => {
    const content = contentOf({
      words: defaultWords("new-device", language),
      values: { companyName: brand.name, name: `"Ada" <b>&'`, device: "x", place: "y", at: "z" },
      language,
      brand,
      url: "https://panel.example.com/devices?a=1&b=2",
      layout: layoutTexts(language),
    });
    const ours = staticMarkup(<MailDocument content={content} />);
    const theirs = await render(<MailDocument content={content} />);
    expect(bare(ours)).toBe(bare(theirs));
  },
);
