/** A regular expression as a tree. Sets hold the members of a sampled alphabet; what consumes nothing is "empty". */
export type Pattern =
  | { kind: "empty" }
  | { kind: "set"; members: ReadonlySet<string> }
  | { kind: "sequence"; parts: Pattern[] }
  | { kind: "choice"; options: Pattern[] }
  | { kind: "repeat"; body: Pattern; min: number; max: number };

/** The top-level pattern first, then the bodies of lookarounds, which are matched on their own. */
export interface ParsedRegex {
  patterns: Pattern[];
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
/** Stands for all characters: ASCII, white space, and letters, digits and marks of other scripts. */
export const alphabet = [
  ...printable,
  ..."\0\t\n\r\u001b\u00a0\u200e\u2028éßİı\u0301\u0661ب中",
] as readonly string[];

/** Parses the source of a valid regular expression. `flags` decide what a set holds. */
export function parseRegex({ source, flags }: RegExp): ParsedRegex {
  return new RegexReader(source, flags.replace(/[^imsuv]/g, "")).read();
}

class RegexReader {
  private at = 0;
  private readonly lookarounds: Pattern[] = [];
  private readonly sets = new Map<string, Pattern>();

  constructor(
    private readonly source: string,
    private readonly flags: string,
  ) {}

  read(): ParsedRegex {
    const whole = this.choice();
    return { patterns: [whole, ...this.lookarounds] };
  }

  private choice(): Pattern {
    const options = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at += 1;
      options.push(this.sequence());
    }
    const [only] = options;
    return options.length === 1 && only ? only : { kind: "choice", options };
  }

  private sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "|" && this.source[this.at] !== ")") {
      parts.push(this.quantified(this.atom()));
    }
    const [only] = parts;
    if (!only) return { kind: "empty" };
    return parts.length === 1 ? only : { kind: "sequence", parts };
  }

  private quantified(body: Pattern): Pattern {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.source.slice(this.at, this.at + 40));
    if (!quantifier) return body;
    this.at += quantifier[0].length;

    const [text, low, comma, high] = quantifier;
    if (text.startsWith("*")) return { kind: "repeat", body, min: 0, max: Number.POSITIVE_INFINITY };
    if (text.startsWith("+")) return { kind: "repeat", body, min: 1, max: Number.POSITIVE_INFINITY };
    if (text.startsWith("?")) return { kind: "repeat", body, min: 0, max: 1 };
    const min = Number(low);
    const max = comma ? Number(high || Number.POSITIVE_INFINITY) : min;
    return { kind: "repeat", body, min, max };
  }

  private atom(): Pattern {
    const character = this.source[this.at];
    if (character === "(") return this.group();
    if (character === "^" || character === "$") {
      this.at += 1;
      return { kind: "empty" };
    }
    if (character === "[") return this.set(this.endOfClass());
    if (character === "\\") return this.escape();
    const point = this.source.codePointAt(this.at) ?? 0;
    return this.set(this.at + (/[uv]/.test(this.flags) && point > 0xffff ? 2 : 1));
  }

  private group(): Pattern {
    const opening =
      /^\((?:\?(?::|<?[=!]|<\w+>|[a-z-]+:))?/.exec(this.source.slice(this.at, this.at + 60))?.[0] ?? "(";
    this.at += opening.length;
    const inner = this.choice();
    this.at += 1;
    if (!/^\(\?<?[=!]$/.test(opening)) return inner;

    this.lookarounds.push(inner);
    return { kind: "empty" };
  }

  private escape(): Pattern {
    const escaped =
      /^\\(?:k<\w+>|[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[1-9]\d*|.)/s.exec(
        this.source.slice(this.at, this.at + 80),
      )?.[0] ?? "\\";
    if (/^\\(?:[bB]|k<|[1-9])/.test(escaped)) {
      this.at += escaped.length;
      return { kind: "empty" };
    }
    return this.set(this.at + escaped.length);
  }

  private endOfClass(): number {
    let depth = 0;
    for (let at = this.at; at < this.source.length; at += 1) {
      if (this.source[at] === "\\") at += 1;
      else if (this.source[at] === "[" && (depth === 0 || this.flags.includes("v"))) depth += 1;
      else if (this.source[at] === "]") {
        depth -= 1;
        if (depth === 0) return at + 1;
      }
    }
    return this.source.length;
  }

  /** The characters of the alphabet that the text up to `end` matches, asked of the engine itself. */
  private set(end: number): Pattern {
    const text = this.source.slice(this.at, end);
    this.at = end;
    const known = this.sets.get(text);
    if (known) return known;

    const test = new RegExp(`^(?:${text})$`, this.flags);
    const members = new Set(alphabet.filter((character) => test.test(character)));
    // A character outside the alphabet stands for itself.
    if (members.size === 0 && !text.startsWith("[") && !text.startsWith("\\")) members.add(text);
    const set: Pattern = { kind: "set", members };
    this.sets.set(text, set);
    return set;
  }
}

/** Repeats often enough to hurt: unbounded, or many times. */
export function isLoop(pattern: Pattern): boolean {
  return pattern.kind === "repeat" && pattern.max > 8;
}

/** Every character that the pattern can consume. */
export function charactersOf(pattern: Pattern): ReadonlySet<string> {
  if (pattern.kind === "empty") return new Set();
  if (pattern.kind === "set") return pattern.members;
  if (pattern.kind === "repeat") return charactersOf(pattern.body);
  const parts = pattern.kind === "sequence" ? pattern.parts : pattern.options;
  return new Set(parts.flatMap((part) => [...charactersOf(part)]));
}

/** Whether some string over `characters`, possibly the empty one, matches the pattern. */
export function canCross(pattern: Pattern, characters: ReadonlySet<string>): boolean {
  switch (pattern.kind) {
    case "empty":
      return true;
    case "set":
      return overlaps(pattern.members, characters);
    case "sequence":
      return pattern.parts.every((part) => canCross(part, characters));
    case "choice":
      return pattern.options.some((option) => canCross(option, characters));
    case "repeat":
      return pattern.min === 0 || canCross(pattern.body, characters);
  }
}

export function overlaps(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((character) => others.has(character));
}
