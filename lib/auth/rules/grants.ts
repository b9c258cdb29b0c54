import { beyond } from "@/lib/auth/rules/permissions";
import { personal } from "@/lib/auth/rules/roles";

/**
 * What a role would give that its giver does not hold (S-21). What everybody may do for themselves is nobody's to give, so it
 * does not count.
 */
export function excessOf(wanted: readonly string[], held: readonly string[]): string[] {
  const own = new Set(personal);
  return beyond(
    wanted.filter((permission) => !own.has(permission)),
    held,
  );
}

/** Whether somebody with `held` may give a role away, and touch those who have it: equals may, lesser ones may not. */
export function reaches(held: readonly string[], wanted: readonly string[]): boolean {
  return excessOf(wanted, held).length === 0;
}
