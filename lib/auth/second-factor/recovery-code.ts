import { createHash, randomBytes } from "node:crypto";

export const recoveryCodeCount = 10;

/** 32 letters and digits that nobody mistakes for another: no i, l, o, u. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const letters = 24;
const form = new RegExp(`^[${alphabet}]{${letters}}$`);

/** Ten new codes of 120 random bits each, in groups of four: more than anybody guesses, so that a plain hash keeps them (ASVS 6.5.2). */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = [...randomBytes(letters)].map((byte) => alphabet[byte % 32]).join("");
    return (code.match(/.{4}/g) ?? []).join("-");
  });
}

/** Hash of a code as it was typed (any case, with or without dashes), or undefined when it is none. */
export function recoveryCodeHash(typed: string): Buffer | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, "");
  return form.test(code) ? createHash("sha256").update(code).digest() : undefined;
}
