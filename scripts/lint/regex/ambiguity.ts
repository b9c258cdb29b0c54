import { canCross, charactersOf, isLoop, overlaps, type Pattern, parseRegex } from "./pattern";

/**
 * Ways in which the expression can match one text exponentially often:
 * a loop within a loop that can be left and entered again on characters that it accepts itself (`(a+b?)+`),
 * alternatives under a loop that begin alike (`(a|ab)*`), and a loop whose body can be empty around another (`(a*)*`).
 */
export function ambiguitiesOf(regex: RegExp): string[] {
  const found = new Set<string>();
  for (const pattern of parseRegex(regex).patterns) search(pattern, [], found);
  return [...found];
}

/**
 * `around` has one entry per enclosing loop: the parts of its body that lie beside the present pattern, which must be
 * crossed to come back to it in the next round.
 */
function search(pattern: Pattern, around: Pattern[][], found: Set<string>): void {
  if (pattern.kind === "sequence") {
    pattern.parts.forEach((part, index) => {
      const beside = pattern.parts.filter((_, other) => other !== index);
      search(
        part,
        around.map((parts) => [...parts, ...beside]),
        found,
      );
    });
  }
  if (pattern.kind === "choice") {
    if (around.length > 0 && haveCommonBeginning(pattern.options))
      found.add("alternatives under a repetition begin alike");
    for (const option of pattern.options) search(option, around, found);
  }
  if (pattern.kind !== "repeat") return;

  if (!isLoop(pattern)) {
    search(pattern.body, around, found);
    return;
  }
  const own = charactersOf(pattern.body);
  if (around.some((parts) => parts.every((part) => canCross(part, own)))) {
    found.add("a repetition inside a repetition can take over its characters");
  }
  search(pattern.body, [...around, []], found);
}

function haveCommonBeginning(options: readonly Pattern[]): boolean {
  const beginnings = options.map((option) => leadingSets(option));
  return beginnings.some((one, index) =>
    beginnings.slice(index + 1).some((other) => {
      const common = Math.min(one.length, other.length);
      for (let at = 0; at < common; at += 1) {
        const [left, right] = [one[at], other[at]];
        if (left && right && !overlaps(left, right)) return false;
      }
      return true;
    }),
  );
}

/** The sets that a text of the pattern must go through one by one, as far as that is fixed; a loose end gives its characters. */
function leadingSets(pattern: Pattern): ReadonlySet<string>[] {
  if (pattern.kind === "set") return [pattern.members];
  if (pattern.kind === "repeat") {
    if (pattern.min === 0) return [];
    const once = leadingSets(pattern.body);
    return pattern.min === pattern.max && pattern.body.kind === "set"
      ? Array.from({ length: Math.min(pattern.min, 8) }, () => once).flat()
      : once;
  }
  if (pattern.kind !== "sequence") return [];

  const sets: ReadonlySet<string>[] = [];
  for (const part of pattern.parts) {
    if (part.kind === "empty") continue;
    sets.push(...leadingSets(part));
    if (part.kind !== "set") break;
  }
  return sets;
}
