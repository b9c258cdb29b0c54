import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalJson, hashedKey, isSame, sign } from "./signature";

test("JSON is canonical: members sorted, no blanks, nothing left of what JSON has no word for", () => {
  expect(canonicalJson({ b: [1, undefined, "ä"], a: { d: null, c: undefined }, 10: 1e21 })).toBe(
    '{"10":1e+21,"a":{"d":null},"b":[1,null,"ä"]}',
  );
  expect(canonicalJson({ "\u20ac": 1, "\r": 2, "1": 3, "\ud83d\ude00": 4, "\ufb33": 5 })).toBe(
    '{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":5}',
  );
  expect(canonicalJson(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
});

test("a signature covers body and time, with the key's prefix taken off", () => {
  const digest = createHmac("sha256", "abcd").update("{}1700000000").digest("hex");

  expect(sign("{}", "signkey-prod-abcd", new Date(1_700_000_000_999))).toBe(`t=1700000000&s=${digest}`);
});

test("a key travels as its prefix and the hash of its bytes", () => {
  const digest = createHash("sha256").update(Buffer.from("12345678", "hex")).digest("hex");

  expect(hashedKey("signkey-prod-12345678")).toBe(`signkey-prod-${digest}`);
  expect(hashedKey("signkey-prod-12345678")).toBe(
    "signkey-prod-b2ed992186a5cb19f6668aade821f502c1d00970dfd0e35128d51bac4649916c",
  );
});

test("secrets are compared whole", () => {
  expect(isSame("abc", "abc")).toBe(true);
  expect(isSame("abc", "abcd")).toBe(false);
  expect(isSame("", "abc")).toBe(false);
});
