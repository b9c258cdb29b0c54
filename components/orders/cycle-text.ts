import { cycleOf } from "@/lib/catalog/rules/cycle";

type Translate = (key: "once" | "day" | "week" | "month" | "year", values: { count: number }) => string;

/** A billing cycle in words: "every 3 months". `t` is that of `orders.cycle`. */
export function cycleText(t: Translate, code: string): string {
  const cycle = cycleOf(code);
  return cycle === null ? t("once", { count: 1 }) : t(cycle.unit, { count: cycle.count });
}
