import { expect, test } from "vitest";
import { assertGoodPassword } from "@/lib/auth/password-policy";

const context = ["Grace Hopper", "grace@northwind.example", "Northwind Hosting"];

test.each([
  ["qwertyuiop123456", "password_weak"],
  ["aaaaaaaaaaaaaaaa", "password_weak"],
  ["p@ssw0rd".repeat(12), "password_weak"],
  ["1q2w3e4r5t6y", "password_breached"],
  ["1Q2W3E4R5T6Y", "password_breached"],
  ["gracehopper2026", "password_personal"],
])("%s is refused: %s", async (password, code) => {
  await expect(assertGoodPassword(password, context, "newPassword")).rejects.toMatchObject({
    code: "core.invalid_input",
    fields: [{ path: "newPassword", code }],
  });
});

test.each([
  "correct horse battery staple",
  "Zufriedene Katzen im Regen",
  "جبل عال فوق الغيوم البيضاء",
  "a9$kd03ksl2m",
])("%s is taken", async (password) => {
  await expect(assertGoodPassword(password, [...context, null, undefined])).resolves.toBeUndefined();
});
