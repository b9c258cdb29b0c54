import fc from "fast-check";
import { expect, test } from "vitest";
import { beyond, intersection } from "@/lib/auth/rules/permissions";
import { holds } from "@/lib/core/operation/permissions";

const word = fc.constantFrom("a", "b", "c");
const name = fc.tuple(word, word, word).map((words) => words.join("."));
const pattern = fc.oneof(
  fc.constant("*"),
  word.map((first) => `${first}.*`),
  fc.tuple(word, word).map((words) => `${words.join(".")}.*`),
  name,
);

test("an intersection grants exactly what both sides grant", () => {
  fc.assert(
    fc.property(fc.array(pattern), fc.array(pattern), name, (some, others, wanted) => {
      expect(holds(intersection(some, others), wanted)).toBe(holds(some, wanted) && holds(others, wanted));
    }),
  );
});

test("S-21: what is granted without being beyond one's rights adds nothing to them", () => {
  fc.assert(
    fc.property(fc.array(pattern), fc.array(pattern), name, (wanted, held, operation) => {
      const granted = wanted.filter((one) => !beyond(wanted, held).includes(one));
      if (holds(granted, operation)) expect(holds(held, operation)).toBe(true);
    }),
  );
});
