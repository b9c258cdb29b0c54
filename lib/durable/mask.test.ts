import { expect, test } from "vitest";
import { maskPayload, maskText } from "@/lib/durable/mask";

test("a secret is masked by the name of its field, at any depth", () => {
  const payload = {
    client: { name: "Ada", password: "hunter2", nested: [{ apiKey: "abc", Authorization: "x" }] },
    authCode: null,
  };
  expect(maskPayload(payload)).toEqual({
    client: {
      name: "Ada",
      password: "[masked]",
      nested: [{ apiKey: "[masked]", Authorization: "[masked]" }],
    },
    authCode: null,
  });
});

test.each([
  ["a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"],
  ["a key of a gateway", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"],
  ["a key of a cloud", "AKIAIOSFODNN7EXAMPLE"],
  ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----"],
  ["a card", "4242 4242 4242 4242"],
  ["a hash", "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b9dWRWJTmaaJObG"],
])("%s is masked wherever it stands", (_name, secret) => {
  const masked = maskPayload({ error: { message: `The gateway said: ${secret} is not welcome` } });
  expect(JSON.stringify(masked)).not.toContain(secret.slice(4, 20));
  expect(JSON.stringify(masked)).toContain("[masked]");
});

test("credentials in addresses and headers are masked, the rest of the text stays", () => {
  expect(maskText("GET https://ada:lovelace@db.example.com/x?token=abc&page=2")).toBe(
    "GET https://[masked]@db.example.com/x?token=[masked]&page=2",
  );
  expect(maskText("Authorization: Bearer abcdef123456")).toBe("Authorization: Bearer [masked]");
});

test("ids, instants and amounts stay as they are", () => {
  const payload = {
    id: "01932f3a-7c00-7000-8000-000000000001",
    at: "2026-04-01T09:00:00.000Z",
    ts: 1775034000000,
    amount: { minor: 1999, currency: "EUR" },
    note: "Order 2026040100012345",
  };
  expect(maskPayload(payload)).toEqual(payload);
});

test("what is too long to be read is cut, after it was masked", () => {
  const shown = maskPayload({ password: "hunter2", text: "x".repeat(100_000) });
  expect(shown).toMatch(/^\{"password":"\[masked\]","text":"x+… \[\d+ characters\]$/);
});
