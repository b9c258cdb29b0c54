import { fill, type Piece, plain, type Values } from "@/lib/mail/rules/words";

/** Words of a template in one language, with variables in double braces. */
export type Words = {
  readonly subject: string;
  readonly heading: string;
  /** Paragraphs are parted by an empty line. */
  readonly body: string;
  readonly action: string | null;
  readonly note: string | null;
};

/** The company as its mails show it. */
export type MailBrand = {
  readonly name: string;
  /** What the law wants on letters: name of the company as registered, country, tax number. */
  readonly legalLine: string;
  /** `#rrggbb`. */
  readonly accent: string;
  /** Absolute https address, or null. */
  readonly logoUrl: string | null;
};

export type MailContent = {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly brand: MailBrand;
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preview: string;
  readonly heading: readonly Piece[];
  readonly paragraphs: readonly (readonly Line[])[];
  readonly button: {
    readonly label: readonly Piece[];
    readonly url: string;
    readonly fallback: string;
  } | null;
  readonly note: readonly Piece[] | null;
  readonly footer: readonly string[];
};

type Line = { readonly key: number; readonly pieces: readonly Piece[] };

export type ContentRequest = {
  readonly words: Words;
  readonly values: Values;
  readonly language: string;
  readonly brand: MailBrand;
  readonly url: string | null;
  readonly layout: { readonly linkFallback: string; readonly reason: string };
};

const mostOfSubject = 200;

/** The content of one mail, before it takes the form of HTML or text. */
export function contentOf({ words, values, language, brand, url, layout }: ContentRequest): MailContent {
  const direction = language === "ar" ? "rtl" : "ltr";
  // Split before values are filled in: a line break inside a value makes no paragraph.
  let key = 0;
  const paragraphs = words.body
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) =>
      paragraph.split("\n").map((line) => {
        key += 1;
        return { key, pieces: fill(line, values) };
      }),
    );
  const first = paragraphs.at(1) ?? paragraphs[0] ?? [];

  return {
    language,
    direction,
    brand,
    subject: oneLine(plain(fill(words.subject, values))).slice(0, mostOfSubject),
    preview: oneLine(first.map(({ pieces }) => plain(pieces)).join(" ")).slice(0, 140),
    heading: fill(words.heading, values),
    paragraphs,
    button:
      url === null ? null : { label: fill(words.action ?? "", values), url, fallback: layout.linkFallback },
    note: words.note === null ? null : fill(words.note, values),
    footer: [plain(fill(layout.reason, values)), brand.legalLine].filter((line) => line !== ""),
  };
}

/** The same mail for programs that show text only. */
export function plainText(content: MailContent): string {
  const isIsolated = content.direction === "rtl";
  const say = (pieces: readonly Piece[]) => plain(pieces, isIsolated);
  const blocks = [
    say(content.heading),
    ...content.paragraphs.map((lines) => lines.map(({ pieces }) => say(pieces)).join("\n")),
    ...(content.button ? [`${say(content.button.label)}:\n${content.button.url}`] : []),
    ...(content.note ? [say(content.note)] : []),
    `-- \n${[content.brand.name, ...content.footer].join("\n")}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
}
