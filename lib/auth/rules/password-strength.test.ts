import { expect, test } from "vitest";
import { isMadeOfContext } from "@/lib/auth/rules/password-strength";

const context = ["Grace Hopper", "grace@northwind.example", "Northwind Hosting"];

test.each(["gracehopper2026", "Northwind-Hosting", "hopper.grace!1", "GraceGraceGrace"])(
  "%s is made of the person's own words",
  (password) => {
    expect(isMadeOfContext(password, context)).toBe(true);
  },
);

test.each(["correct horse battery staple", "grace under pressure at sea", "a9$kd03ksl2m"])(
  "%s is more than the person's own words",
  (password) => {
    expect(isMadeOfContext(password, context)).toBe(false);
  },
);
