import type { Oklch } from "./color";

/** Custom properties that a stylesheet declares for `selector` at its top level, last declaration winning. */
export function customProperties(css: string, selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const escaped = selector.replace(/[.:]/g, "\\$&");

  for (const [, body = ""] of withoutComments.matchAll(new RegExp(`^${escaped} \\{([^{}]*)\\}`, "gm"))) {
    for (const [, name = "", value = ""] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
      found[name] = value.replace(/\s+/g, " ").trim();
    }
  }
  return found;
}

/**
 * Computes a colour token: `oklch(L C H)` or `oklch(from var(--name) L C H)` where each part is a number, a channel
 * (l, c, h) or arithmetic with calc, min, max and clamp. Throws on anything else, translucent colours included.
 */
export function computeColor(tokens: Record<string, string>, name: string): Oklch {
  const value = tokens[name];
  if (value === undefined) throw new Error(`${name} is not declared`);

  const parsed = /^oklch\(\s*(?:from var\((--[\w-]+)\))?\s*(.+)\)$/.exec(value);
  if (!parsed) throw new Error(`${name} is not an opaque OKLCH colour: ${value}`);

  const from = parsed[1] ? computeColor(tokens, parsed[1]) : undefined;
  const [l, c, h] = evaluateParts(parsed[2] ?? "", from ?? { l: Number.NaN, c: Number.NaN, h: Number.NaN });
  if (l === undefined || c === undefined || h === undefined) throw new Error(`${name} has too few parts`);
  return { l, c, h };
}

/** Evaluates the space-separated parts of a relative colour by recursive descent. */
function evaluateParts(source: string, channels: Oklch): number[] {
  const tokens = source.match(/[\d.]+|[a-z]+|[-+*/(),]/g) ?? [];
  let at = 0;

  function sum(): number {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") {
      value += tokens[at++] === "+" ? product() : -product();
    }
    return value;
  }

  function product(): number {
    let value = atom();
    while (tokens[at] === "*" || tokens[at] === "/") {
      value = tokens[at++] === "*" ? value * atom() : value / atom();
    }
    return value;
  }

  function atom(): number {
    const token = tokens[at++];
    if (token === "(") return closing(sum());
    if (token === "l" || token === "c" || token === "h") return channels[token];
    if (token && /^[\d.]+$/.test(token)) return Number(token);

    at++; // the opening bracket of a function
    const values = [sum()];
    while (tokens[at] === ",") {
      at++;
      values.push(sum());
    }
    return closing(apply(token, values));
  }

  function closing(value: number): number {
    if (tokens[at++] !== ")") throw new Error(`Unbalanced brackets in ${source}`);
    return value;
  }

  const parts: number[] = [];
  while (at < tokens.length) parts.push(sum());
  return parts;
}

function apply(name: string | undefined, values: number[]): number {
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = values;
  if (name === "calc") return first;
  if (name === "min") return Math.min(...values);
  if (name === "max") return Math.max(...values);
  if (name === "clamp") return Math.max(first, Math.min(second, third));
  throw new Error(`Unknown function ${name}`);
}
