import { expect, test } from "vitest";
import { inngest } from "@/inngest/client";
import { eventKeyOf, idempotencyKeyOf } from "@/inngest/idempotency";
import { runFunction } from "@/inngest/testing";

test("a key is the same for the same run and step, and another for any other", () => {
  const pairs = [
    ["run-1", "charge"],
    ["run-1", "charge-2"],
    ["run-2", "charge"],
    ["run-1charge", ""],
    ["", "run-1charge"],
    ['run-1","charge', ""],
  ] as const;
  const keys = pairs.map(([run, step]) => idempotencyKeyOf(run, step));
  expect(new Set(keys).size).toBe(pairs.length);
  expect(pairs.map(([run, step]) => idempotencyKeyOf(run, step))).toEqual(keys);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
});

test("a key of an event depends on event, function and step, and is no key of a run", () => {
  const keys = [
    eventKeyOf("e", "f", "s"),
    eventKeyOf("e2", "f", "s"),
    eventKeyOf("e", "f2", "s"),
    eventKeyOf("e", "f", "s2"),
    idempotencyKeyOf("e", "f"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("F-03: every attempt of a step carries the same key", async () => {
  const keys: string[] = [];
  const fn = inngest.createFunction(
    { id: "charges", triggers: { event: "test/charged" } },
    async ({ step, runId }) => {
      for (const name of ["first", "second"]) {
        await step.run(name, () => void keys.push(idempotencyKeyOf(runId, name)));
      }
    },
  );

  await runFunction(fn, {
    event: { name: "test/charged" },
    failures: [
      { step: "first", when: "after", times: 2 },
      { step: "second", when: "after" },
    ],
  });

  expect(keys).toHaveLength(5);
  expect(keys).toEqual([keys[0], keys[0], keys[0], keys[3], keys[3]]);
  expect(new Set(keys).size).toBe(2);
});
