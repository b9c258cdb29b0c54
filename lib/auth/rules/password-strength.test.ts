import { expect, test } from "vitest";
import { isMadeOfContext } from "@/lib/auth/rules/password-strength";

const context = ["Grace Hopper", "grace@northwind.example", "Northwind Hosting"];

test.each([
  "gracehopper2026",
  "Northwind-Hosting",
  "hopper.grace!1",
  "GraceGraceGrace",
  "Panel1-Hosting!",
  "server.domain.2026",
])("6.2.11: %s is made of words of its context", (password) => {
  expect(isMadeOfContext(password, context)).toBe(true);
});

test.each(["correct horse battery staple", "grace under pressure at sea", "a9$kd03ksl2m"])(
  "%s is more than words of its context",
  (password) => {
    expect(isMadeOfContext(password, context)).toBe(false);
  },
);
