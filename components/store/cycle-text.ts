import { type CycleCode, cycleOf } from "@/lib/catalog/rules/cycle";

type Say = (key: never, values?: never) => string;

/** "Monthly", "Every 2 years", "Once": the name of a cycle where one is chosen. `t` speaks from `store`. */
export function cycleName(t: Say, code: CycleCode): string {
  return said(t, "cycle", code);
}

/** "per month", "per 2 years", "once": after a price. */
export function cyclePer(t: Say, code: CycleCode): string {
  return said(t, "per", code);
}

function said(t: Say, form: "cycle" | "per", code: CycleCode): string {
  const cycle = cycleOf(code);
  if (cycle === null) return t(`${form}.once` as never);
  return t(`${form}.${cycle.unit}` as never, { count: cycle.count } as never);
}
