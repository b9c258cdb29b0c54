import { expect, test } from "vitest";
import { safeNextPath } from "@/lib/doors/next-path";

test.each(["/admin", "/admin/clients?status=ACTIVE&x=%2F", "/", "/a//b"])("%s leads back", (path) => {
  expect(safeNextPath(path)).toBe(path);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
  " /admin",
  "/x\\..\\..//evil",
  "/./\\evil.example",
  "/../..//evil.example",
  "/.//evil.example",
  "/sign-in?next=/sign-in",
  "http:/evil.example",
  "/\u0000",
  "/a\r\nSet-Cookie: a=b",
  `/${"a".repeat(1_001)}`,
  undefined,
  null,
  5,
  ["/admin"],
  {},
])("%j leads nowhere", (path) => {
  expect(safeNextPath(path)).toBeUndefined();
});
