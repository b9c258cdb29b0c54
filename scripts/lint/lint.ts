import { fileRules, houseRules } from "./house-rules";
import { applyRule, type Finding, type House } from "./source";

/** Findings of all house rules, by path and line. */
export function lintHouse(house: House): Finding[] {
  const perFile = [...house.sources.values()].flatMap((source) =>
    fileRules.flatMap((rule) => applyRule(rule, source)),
  );
  const across = houseRules.flatMap((rule) => rule.checkHouse(house));

  return [...perFile, ...across].sort(
    (one, other) => one.path.localeCompare(other.path) || one.line - other.line || one.column - other.column,
  );
}
