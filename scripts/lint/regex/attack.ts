import vm from "node:vm";
import { charactersOf, isLoop, type Pattern, parseRegex } from "./pattern";

/** Characters that end most repetitions, so that the engine has to look for another way. */
const endings = ["", "\0", "\n!"];
const attackLimit = 120;

/** The slowest text of a set of attacks on one expression. */
export interface Attacked {
  milliseconds: number;
  /** Beginning of the text, repeated part and ending, for people to read. */
  text: string;
}

/**
 * Runs the expression against texts of `length` characters, made from its own repetitions and sets, and tells the
 * slowest. A single match is cut off after `budget` milliseconds and counts as that long.
 */
export function attack(regex: RegExp, { length, budget }: { length: number; budget: number }): Attacked {
  // A sticky expression does not search: it stays sticky here.
  const subject = new RegExp(regex.source, regex.flags.replace("g", ""));
  const context = vm.createContext({ subject, text: "" });
  const script = new vm.Script("subject.lastIndex = 0; subject.test(text)");

  let slowest: Attacked = { milliseconds: 0, text: "" };
  for (const { prefix, pump, ending } of attacksOn(regex)) {
    context.text = prefix + pump.repeat(Math.ceil(length / pump.length)) + ending;
    const milliseconds = timed(() => script.runInContext(context, { timeout: budget }));
    if (milliseconds > slowest.milliseconds) {
      slowest = { milliseconds, text: JSON.stringify(`${prefix}${pump}…${ending}`) };
    }
    if (milliseconds >= budget) break;
  }
  return slowest;
}

function timed(run: () => void): number {
  const start = performance.now();
  try {
    run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
  }
  return performance.now() - start;
}

interface Attack {
  prefix: string;
  pump: string;
  ending: string;
}

/** Each repetition, reached by the shortest way and pumped, and each single character of the sets, with each ending. */
export function attacksOn(regex: RegExp): Attack[] {
  const pumps = new Map<string, { prefix: string; pump: string }>();
  const add = (prefix: string, pump: string) => {
    if (pump !== "") pumps.set(`${prefix}\0${pump}`, { prefix, pump });
  };
  for (const pattern of parseRegex(regex).patterns) {
    pumpLoops(pattern, "", add);
    for (const character of representatives(pattern)) add("", character);
  }
  return [...pumps.values()]
    .flatMap((pumped) => endings.map((ending) => ({ ...pumped, ending })))
    .slice(0, attackLimit);
}

function pumpLoops(pattern: Pattern, prefix: string, add: (prefix: string, pump: string) => void): void {
  if (pattern.kind === "choice") for (const option of pattern.options) pumpLoops(option, prefix, add);
  if (pattern.kind === "sequence") {
    let before = prefix;
    for (const part of pattern.parts) {
      pumpLoops(part, before, add);
      before += example(part);
    }
  }
  if (pattern.kind !== "repeat") return;

  if (isLoop(pattern)) {
    add(prefix, example(pattern.body));
    // A search starts anew wherever the beginning stands, and may look to the end of the text each time.
    add("", prefix);
    for (const character of representatives(pattern.body)) add(prefix, character);
  }
  pumpLoops(pattern.body, prefix, add);
}

/** A shortest text of the pattern. */
function example(pattern: Pattern): string {
  switch (pattern.kind) {
    case "empty":
      return "";
    case "set":
      return ordinary(pattern.members);
    case "sequence":
      return pattern.parts.map(example).join("");
    case "choice":
      return example(pattern.options[0] ?? { kind: "empty" });
    case "repeat":
      return example(pattern.body).repeat(Math.min(pattern.min, 64));
  }
}

/** One character for each group of characters that the sets of the pattern do not tell apart. */
function representatives(pattern: Pattern): string[] {
  const sets: ReadonlySet<string>[] = [];
  collectSets(pattern, sets);
  const groups = new Map<string, string>();
  for (const character of charactersOf(pattern)) {
    const group = sets.map((set) => (set.has(character) ? "1" : "0")).join("");
    if (!groups.has(group)) groups.set(group, character);
  }
  return [...groups.values()].slice(0, 12);
}

function collectSets(pattern: Pattern, sets: ReadonlySet<string>[]): void {
  if (pattern.kind === "set") sets.push(pattern.members);
  if (pattern.kind === "repeat") collectSets(pattern.body, sets);
  if (pattern.kind === "sequence") for (const part of pattern.parts) collectSets(part, sets);
  if (pattern.kind === "choice") for (const option of pattern.options) collectSets(option, sets);
}

function ordinary(members: ReadonlySet<string>): string {
  for (const character of ["a", "0", "A", " ", "-"]) if (members.has(character)) return character;
  return [...members][0] ?? "";
}
