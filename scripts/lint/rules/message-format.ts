/** What a message in ICU format asks of its caller. */
export interface MessageNeeds {
  /** Names of arguments, and of tags with a trailing ">" ("link>"). Sorted. */
  names: string[];
  /** What is wrong with the text itself, for instance an unclosed brace. */
  faults: string[];
}

/** Reads the argument and tag names of an ICU message: `{name}`, `{count, plural, one {# day} other {# days}}`, `<b>…</b>`. */
export function needsOf(message: string): MessageNeeds {
  const names = new Set<string>();
  const faults: string[] = [];
  readText(unquoted(message), 0, { names, faults, isNested: false });
  return { names: [...names].sort(), faults };
}

interface Reading {
  names: Set<string>;
  faults: string[];
  isNested: boolean;
}

/** Removes what apostrophes quote: `'{'literal'}'` holds no argument, `''` is an apostrophe. */
function unquoted(message: string): string {
  return message.replaceAll("''", "\u2019").replace(/'[{}<>|#][^']*(?:'|$)/g, "");
}

/** Reads up to the closing brace of a nested message, or to the end. Returns the position behind it. */
function readText(text: string, start: number, reading: Reading): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{") at = readArgument(text, at + 1, reading) - 1;
    else if (character === "<") {
      const tag = /^<\/?([a-z][\w-]*)\s*\/?>/i.exec(text.slice(at, at + 80));
      if (tag) reading.names.add(`${tag[1]}>`);
    } else if (character === "}") {
      if (reading.isNested) return at + 1;
      reading.faults.push("a closing brace too many");
    }
  }
  if (reading.isNested) reading.faults.push("an unclosed brace");
  return text.length;
}

function readArgument(text: string, start: number, reading: Reading): number {
  const head = /^\s*([\w.-]+)\s*(?:,\s*(\w+)\s*)?([,}])/.exec(text.slice(start, start + 200));
  if (!head) {
    reading.faults.push("an argument without a name");
    const end = text.indexOf("}", start);
    return end === -1 ? text.length : end + 1;
  }
  reading.names.add(head[1] ?? "");

  const rest = start + head[0].length;
  if (head[3] === "}") return rest;
  if (/^(?:plural|select|selectordinal)$/.test(head[2] ?? "")) return readChoices(text, rest, reading);
  const end = text.indexOf("}", rest);
  if (end === -1) reading.faults.push("an unclosed brace");
  return end === -1 ? text.length : end + 1;
}

function readChoices(text: string, start: number, reading: Reading): number {
  const choices: string[] = [];
  let at = start;
  while (at < text.length && text[at] !== "}") {
    const open = text.indexOf("{", at);
    if (open === -1) break;
    choices.push(text.slice(at, open).trim().split(/\s/).pop() ?? "");
    at = readText(text, open + 1, { ...reading, isNested: true });
    while (/\s/.test(text[at] ?? "")) at += 1;
  }
  if (!choices.includes("other")) reading.faults.push('a choice without "other"');
  if (text[at] !== "}") reading.faults.push("an unclosed brace");
  return at + 1;
}
