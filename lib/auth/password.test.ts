import { expect, test } from "vitest";
import { hashPassword, verifyPassword, withPasswordPlace } from "@/lib/auth/password";

test("a password fits its own hash and no other", async () => {
  const hash = await hashPassword("correct horse battery staple");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  expect(await verifyPassword("correct horse battery staple", hash)).toBe(true);
  expect(await verifyPassword("wrong horse battery staple", hash)).toBe(false);
});

test("an account without a password takes part in the same work and never fits", async () => {
  expect(await verifyPassword("correct horse battery staple", undefined)).toBe(false);
});

test("a few sign-ins are worked on at once, a few more wait, the rest are told to come back", async () => {
  let running = 0;
  let most = 0;
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const attempts = Array.from({ length: 40 }, () =>
    withPasswordPlace(async () => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
    }),
  );
  const settled = Promise.allSettled(attempts);
  open();

  const outcomes = await settled;
  expect(most).toBe(3);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(33);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(Array(7).fill("auth.busy"));
});
