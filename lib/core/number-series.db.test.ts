import { expect, test } from "vitest";
import { z } from "zod";
import { takeNumbers } from "@/lib/core/number-series";
import { operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const database = await testDatabase();

const take = operation({
  name: "test.number.take",
  summary: "Take numbers",
  audience: ["staff"],
  input: z.strictObject({ count: z.number(), fails: z.boolean(), scope: z.string().default("") }),
  output: z.array(z.number()),
  example: { input: { count: 1, fails: false }, output: [1] },
  async run(context, { count, fails, scope }) {
    const first = await takeNumbers(context, { kind: "invoice", scope }, count);
    if (fails) throw new Error("forced");
    return Array.from({ length: count }, (_, n) => Number(first) + n);
  },
});

test("F-23: 32 writers of whom a fifth fail take consecutive numbers, each once", async () => {
  const { system: actor } = await aTenant(database.owner);
  const taken: number[] = [];
  const writer = async (writerIndex: number) => {
    for (let n = 0; n < 25; n += 1) {
      const fails = (writerIndex * 25 + n) % 5 === 0;
      const count = n % 10 === 0 ? 3 : 1;
      await run(take, { count, fails }, { actor }).then(
        (numbers) => taken.push(...numbers),
        (error: Error) => {
          expect(error.message).toBe("forced");
        },
      );
    }
  };
  await Promise.all(Array.from({ length: 32 }, (_, index) => writer(index)));

  expect(taken.length).toBeGreaterThan(600);
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: taken.length }, (_, n) => n + 1));
});

test("each scope and each company counts for itself", async () => {
  const [one, two] = [await aTenant(database.owner), await aTenant(database.owner)];
  const next = (tenant: typeof one, scope: string) =>
    run(take, { count: 1, fails: false, scope }, { actor: tenant.system });
  expect(await next(one, "2026")).toEqual([1]);
  expect(await next(one, "2026")).toEqual([2]);
  expect(await next(one, "2027")).toEqual([1]);
  expect(await next(two, "2026")).toEqual([1]);
});
