import { emailSchema } from "@/lib/core/text";

/**
 * The one canonical form of an address, or undefined (S-53). Refused, not repaired: lists, names in angle brackets, quoting,
 * comments, white space and control characters anywhere, anything beyond ASCII (a full-width `@`, a Kelvin sign that would fold
 * to `k`). Only letters fold to lower case.
 */
export function canonicalAddress(text: string): string | undefined {
  if (!/^[\x21-\x7e]{3,254}$/.test(text)) return undefined;
  const parsed = emailSchema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** Whether text may stand in a header field as it is: one line, no control characters, valid Unicode (S-32). */
export function isHeaderText(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text);
}
