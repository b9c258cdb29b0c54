import { expect, test } from "vitest";
import { maskSecrets } from "@/lib/core/operation/mask";

test("the audit log keeps a row without its secrets, at any depth", () => {
  const row = {
    id: "1",
    name: "Ada",
    passwordHash: "x",
    apiToken: "x",
    settings: { privateKey: "x", nested: [{ clientSecret: "x", host: "h" }] },
    secretHash: new Uint8Array([1]),
    resetToken: null,
  };
  expect(maskSecrets(row)).toEqual({
    id: "1",
    name: "Ada",
    passwordHash: "[masked]",
    apiToken: "[masked]",
    settings: { privateKey: "[masked]", nested: [{ clientSecret: "[masked]", host: "h" }] },
    secretHash: "[masked]",
    resetToken: null,
  });
});

test("amounts and instants become text that JSON can carry", () => {
  expect(
    maskSecrets({ minor: 10n ** 18n, at: new Date("2026-04-01T00:00:00Z"), bytes: new Uint8Array(3) }),
  ).toEqual({
    minor: "1000000000000000000",
    at: "2026-04-01T00:00:00.000Z",
    bytes: "[masked]",
  });
});
