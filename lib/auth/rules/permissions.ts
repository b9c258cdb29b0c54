import { covers } from "@/lib/core/operation/permissions";

/**
 * What two sets of permission patterns both grant. Patterns either contain one another or have nothing in common, so the
 * narrower of each pair that meets is the whole answer.
 */
export function intersection(some: readonly string[], others: readonly string[]): string[] {
  const shared = some.flatMap((a) =>
    others.flatMap((b) => {
      if (covers(a, b)) return [b];
      return covers(b, a) ? [a] : [];
    }),
  );
  return [...new Set(shared)];
}

/** The patterns of `wanted` that `held` does not cover: what somebody tries to grant and does not have (S-21). */
export function beyond(wanted: readonly string[], held: readonly string[]): string[] {
  return wanted.filter((pattern) => !held.some((own) => covers(own, pattern)));
}
