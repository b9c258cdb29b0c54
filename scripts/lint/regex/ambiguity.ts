import { canCross, charactersOf, isLoop, overlaps, type Pattern, parseRegex } from "./pattern";

/**
 * Ways in which the expression can match one text exponentially often:
 * a loop within a loop that can be left and entered again on characters that it accepts itself (`(a+b?)+`),
 * alternatives under a loop that begin alike (`(a|ab)*`), and a loop whose body can be empty around another (`(a*)*`).
 */
export function ambiguitiesOf(regex: RegExp): string[] {
  const found = new Set<string>();
  for (const pattern of parseRegex(regex).patterns) search(pattern, { beside: [], next: [] }, found);
  return [...found];
}

/** Where a pattern stands among the repetitions around it. */
interface Surroundings {
  /** One entry per enclosing loop: the other parts of its body, which must be crossed to come back in the next round. */
  beside: Pattern[][];
  /** What follows within the innermost loop: the rest of its body, then the body anew. */
  next: Pattern[];
}

function search(pattern: Pattern, { beside, next }: Surroundings, found: Set<string>): void {
  switch (pattern.kind) {
    case "sequence":
      pattern.parts.forEach((part, index) => {
        const others = pattern.parts.filter((_, other) => other !== index);
        const rest = [...pattern.parts.slice(index + 1), ...next];
        search(part, { beside: beside.map((parts) => [...parts, ...others]), next: rest }, found);
      });
      return;
    case "choice":
      if (beside.length > 0 && haveCommonBeginning(pattern.options, next)) {
        found.add("alternatives under a repetition begin alike");
      }
      for (const option of pattern.options) search(option, { beside, next }, found);
      return;
    case "repeat":
      searchRepeat(pattern, { beside, next }, found);
  }
}

function searchRepeat(
  pattern: Extract<Pattern, { kind: "repeat" }>,
  { beside, next }: Surroundings,
  found: Set<string>,
): void {
  if (!isLoop(pattern)) {
    search(pattern.body, { beside, next }, found);
    return;
  }
  const own = charactersOf(pattern.body);
  if (beside.some((parts) => parts.every((part) => canCross(part, own)))) {
    found.add("a repetition inside a repetition can take over its characters");
  }
  search(pattern.body, { beside: [...beside, []], next: [pattern.body, ...next] }, found);
}

function haveCommonBeginning(options: readonly Pattern[], next: readonly Pattern[]): boolean {
  const beginnings = options.map((option) => beginningOf(option, next));
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

/** The sets that a text goes through one by one from the option on; a whole option is followed by what comes next. */
function beginningOf(option: Pattern, next: readonly Pattern[]): ReadonlySet<string>[] {
  const { sets, isWhole } = leadingSets(option);
  return isWhole ? [...sets, firstOf(next)] : sets;
}

function leadingSets(pattern: Pattern): { sets: ReadonlySet<string>[]; isWhole: boolean } {
  if (pattern.kind === "empty") return { sets: [], isWhole: true };
  if (pattern.kind === "set") return { sets: [pattern.members], isWhole: true };
  if (pattern.kind === "choice") {
    const canBeEmpty = canCross(pattern, new Set());
    return { sets: canBeEmpty ? [] : [firstCharacters(pattern)], isWhole: false };
  }
  if (pattern.kind === "repeat") {
    const once = leadingSets(pattern.body);
    const isFixed = pattern.min === pattern.max && pattern.max <= 8 && once.isWhole;
    if (isFixed) return { sets: Array.from({ length: pattern.min }, () => once.sets).flat(), isWhole: true };
    return { sets: pattern.min === 0 ? [] : once.sets, isWhole: false };
  }

  const sets: ReadonlySet<string>[] = [];
  for (const part of pattern.parts) {
    const leading = leadingSets(part);
    sets.push(...leading.sets);
    if (!leading.isWhole) return { sets, isWhole: false };
  }
  return { sets, isWhole: true };
}

/** Characters that a text of these parts, one after another, can begin with. */
function firstOf(parts: readonly Pattern[]): ReadonlySet<string> {
  const first = new Set<string>();
  for (const part of parts) {
    for (const character of firstCharacters(part)) first.add(character);
    if (!canCross(part, new Set())) break;
  }
  return first;
}

function firstCharacters(pattern: Pattern): ReadonlySet<string> {
  if (pattern.kind === "sequence") return firstOf(pattern.parts);
  if (pattern.kind === "repeat") return firstCharacters(pattern.body);
  if (pattern.kind === "choice")
    return new Set(pattern.options.flatMap((option) => [...firstCharacters(option)]));
  return charactersOf(pattern);
}
