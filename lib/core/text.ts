import { z } from "zod";
import { countries } from "@/lib/core/countries";
import { languages, type Texts } from "@/lib/core/text/in-language";

export { inLanguage, languages, type Texts } from "@/lib/core/text/in-language";

/**
 * Text that people type. Every field of the product is made of these, so that what reaches headers, mails, files and logs
 * later was freed of control characters once, here. Lone surrogates (invalid UTF-8 on the way in) are refused.
 */

/** One line: trimmed, composed (NFC), no control characters or line separators. */
export function lineSchema(most = 200, least = 1) {
  return typed(most)
    .refine(
      (text) => !/[\p{Cc}\u2028\u2029]/u.test(text),
      "must not contain line breaks or control characters",
    )
    .meta({ minLength: least, maxLength: most })
    .transform((text) => text.normalize("NFC").trim())
    .pipe(z.string().min(least).max(most));
}

/** Several lines: as `lineSchema`, with line feed and tab allowed. */
export function textSchema(most = 5_000, least = 0) {
  return typed(most)
    .meta({ minLength: least, maxLength: most })
    .transform((text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), "must not contain control characters")
    .pipe(z.string().min(least).max(most));
}

/** Text before it is trimmed and composed: it may be longer than what remains of it, but not endless. */
function typed(most: number) {
  return z
    .string()
    .refine((text) => text.length <= most * 4, {
      message: `must have at most ${most} characters`,
      abort: true,
    })
    .refine((text) => text.isWellFormed(), "must be valid Unicode");
}

/**
 * One e-mail address in its canonical form: lower case, ASCII, one `@`, no quoting, no lists (S-53).
 * Stricter than RFC 5321 on purpose: what is refused here is never a real customer's address.
 */
export const emailSchema = z
  .string()
  .max(254)
  .transform((text) => text.trim())
  // Before the case is folded: some letters of other scripts become ASCII by that.
  .refine((text) => /^[\x21-\x7e]*$/.test(text), { message: "must be an e-mail address", abort: true })
  .transform((text) => text.toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,8}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/,
        "must be an e-mail address",
      ),
  )
  .meta({ format: "email", examples: ["ada@example.com"] });

/** ISO 3166-1 alpha-2, upper case. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a country code such as DE")
  .refine((code) => countries.has(code), "must be a country code such as DE")
  .meta({ examples: ["DE"] });

export const languageSchema = z.enum(languages);

/** A count that the database keeps as bigint, as a safe integer in JSON. */
export const countSchema = z.codec(z.number().int().meta({ description: "A whole number." }), z.bigint(), {
  decode: (count) => BigInt(count),
  encode: (count) => {
    if (count > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("a count beyond 2^53-1");
    return Number(count);
  },
});

/**
 * A text in each language that somebody wrote it in: `{ "en": "Web hosting", "de": "Webhosting" }`. An empty one counts as not
 * written. `least` 1 asks for one language at least.
 */
export function textsSchema(most: number, least: 0 | 1 = 0) {
  return z
    .partialRecord(languageSchema, textSchema(most))
    .transform((texts) => {
      const written = Object.entries(texts).filter(([, text]) => text !== "");
      return Object.fromEntries(written) as Texts;
    })
    .refine((texts) => Object.keys(texts).length >= least, "must be written in one language at least")
    .meta({ description: "A text by language: en, de, ar." });
}
