import { createHash, randomBytes } from "node:crypto";

export const recoveryCodeCount = 10;

/** 32 letters and digits that nobody mistakes for another: no i, l, o, u. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const form = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** Ten new codes of 80 random bits each, in groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const letters = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join("");
    return (letters.match(/.{4}/g) ?? []).join("-");
  });
}

/** Hash of a code as it was typed (any case, with or without dashes), or undefined when it is none. */
export function recoveryCodeHash(typed: string): Buffer | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, "");
  return form.test(code) ? createHash("sha256").update(code).digest() : undefined;
}
