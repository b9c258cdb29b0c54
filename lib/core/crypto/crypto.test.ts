import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decrypt, encrypt, keyIdOf, Undecryptable } from "@/lib/core/crypto/envelope";
import { parseKeyRing } from "@/lib/core/crypto/key-ring";

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64url");
const ring = parseKeyRing(`k1:${key(1)}`);
const place = { tenantId: "t1", recordId: "r1", column: "secrets.gateway.key" };

describe("a secret at rest", () => {
  test("comes back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (plaintext) => {
        fc.pre(plaintext.isWellFormed());
        expect(decrypt(encrypt(plaintext, place, ring), place, ring)).toBe(plaintext);
      }),
    );
  });

  test("does not show its plaintext, and is another ciphertext each time", () => {
    const [one, two] = [encrypt("correct horse", place, ring), encrypt("correct horse", place, ring)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one as string, "utf8").toString()).not.toContain("correct");
  });

  test("F-40: copied to another tenant, row or column it does not decrypt", () => {
    const envelope = encrypt("correct horse", place, ring);
    for (const moved of [
      { ...place, tenantId: "t2" },
      { ...place, recordId: "r2" },
      { ...place, column: "secrets.gateway.other" },
    ]) {
      expect(() => decrypt(envelope, moved, ring)).toThrow(Undecryptable);
    }
  });

  test("altered in any character it does not decrypt", () => {
    const envelope = encrypt("correct horse", place, ring);
    fc.assert(
      fc.property(fc.nat(envelope.length - 1), fc.constantFrom("A", "B", ".", "-"), (at, character) => {
        const altered = envelope.slice(0, at) + character + envelope.slice(at + 1);
        fc.pre(altered !== envelope);
        // The last base64url character of a part carries bits that decoding drops; such a change is no change.
        const isSame = (text: string) =>
          text.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"));
        fc.pre(isSame(altered).slice(2).join() !== isSame(envelope).slice(2).join() || at < 6);
        expect(() => decrypt(altered, place, ring)).toThrow(Undecryptable);
      }),
      { numRuns: 300 },
    );
  });

  test("S-18: text that looks like an envelope is not one", () => {
    for (const text of [
      "p1.k1.AAAA.BBBB",
      "p1.k1..",
      "p1",
      "",
      "p2.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ]) {
      expect(() => decrypt(text, place, ring)).toThrow(Undecryptable);
    }
  });

  test("both keys of a ring decrypt, the first encrypts, a retired one does not", () => {
    const old = encrypt("correct horse", place, ring);
    const both = parseKeyRing(`k2:${key(2)},k1:${key(1)}`);
    expect(decrypt(old, place, both)).toBe("correct horse");

    const renewed = encrypt("correct horse", place, both);
    expect(keyIdOf(renewed)).toBe("k2");
    expect(() => decrypt(renewed, place, ring)).toThrow(Undecryptable);
  });

  test("a ring with a repeated id or a short key is refused", () => {
    expect(() => parseKeyRing(`k1:${key(1)},k1:${key(2)}`)).toThrow(/twice/);
    expect(() => parseKeyRing("k1:c2hvcnQ")).toThrow(/32 bytes/);
  });
});
