import { beyond } from "@/lib/auth/rules/permissions";
import { personal } from "@/lib/auth/rules/roles";
import { covers } from "@/lib/core/operation/permissions";

/** Whether a right is everybody's: it comes with every role. */
export function isPersonal(right: string): boolean {
  return personal.some((own) => covers(own, right));
}

/**
 * What a role would give that its giver does not hold (S-21). What everybody may do for themselves is nobody's to give, so it
 * does not count.
 */
export function excessOf(wanted: readonly string[], held: readonly string[]): string[] {
  return beyond(
    wanted.filter((right) => !isPersonal(right)),
    held,
  );
}

/** Whether somebody with `held` may give a role away, and touch those who have it: equals may, lesser ones may not. */
export function reaches(held: readonly string[], wanted: readonly string[]): boolean {
  return excessOf(wanted, held).length === 0;
}
