import { expect, test } from "vitest";
import {
  forgottenBefore,
  isFirstLock,
  lockSeconds,
  throttleKinds,
  throttleLimits,
} from "@/lib/auth/rules/throttle";

test.each(throttleKinds)(
  "%s: some failures are free, then each lock is twice as long, up to the longest",
  (kind) => {
    const { free, firstSeconds, mostSeconds } = throttleLimits[kind];
    expect(lockSeconds(kind, free - 1)).toBe(0);
    expect(lockSeconds(kind, free)).toBe(firstSeconds);
    expect(lockSeconds(kind, free + 1)).toBe(Math.min(mostSeconds, firstSeconds * 2));
    expect(lockSeconds(kind, free + 1_000_000)).toBe(mostSeconds);
  },
);

test("a lock never lasts longer than failures are remembered", () => {
  for (const kind of throttleKinds) {
    expect(throttleLimits[kind].mostSeconds).toBeLessThan(throttleLimits[kind].forgetSeconds);
  }
});

test("the person hears of the first lock of the account and of no other", () => {
  const told = throttleKinds.flatMap((kind) =>
    Array.from({ length: 100 }, (_, index) => index + 1).filter((failures) => isFirstLock(kind, failures)),
  );
  expect(told).toEqual([throttleLimits.account.free]);
});

test("failures are forgotten after the quiet time of their key", () => {
  const now = new Date("2026-04-02T12:00:00Z");
  expect(forgottenBefore("pair", now).toISOString()).toBe("2026-04-02T00:00:00.000Z");
});
