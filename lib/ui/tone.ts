/** What a colour says. Nothing else is coloured, apart from the one accent. */
export type Tone = "neutral" | "info" | "positive" | "warning" | "danger";

/** One table per kind of record: `const invoiceTones: Tones<InvoiceStatus> = { DRAFT: "neutral", ... }`. */
export type Tones<Status extends string> = Readonly<Record<Status, Tone>>;
