/**
 * Expressions over events, in the part of the Common Expression Language that functions use in `if`, `key` and `match`:
 * literals, paths from `event` and `async`, `== != < <= > >= && || ! + in`, brackets, lists, `? :`, `has()`, `size()`,
 * `startsWith`, `endsWith` and `contains`. Anything else is refused.
 */
export type Expression =
  | { kind: "literal"; value: unknown }
  | { kind: "path"; root: "event" | "async"; keys: (string | number)[] }
  | { kind: "list"; items: Expression[] }
  | { kind: "not" | "negative"; of: Expression }
  | { kind: "binary"; operator: string; left: Expression; right: Expression }
  | { kind: "choice"; when: Expression; then: Expression; otherwise: Expression }
  | { kind: "call"; name: string; args: Expression[] };

export class ExpressionError extends Error {
  override name = "ExpressionError";
}

type Token = { kind: "number" | "string" | "name" | "symbol" | "end"; text: string };

const tokenForm =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|([A-Za-z_][A-Za-z0-9_]*)|(==|!=|<=|>=|&&|\|\||[-!<>+().,?:[\]]))/y;

/** Binding power of the operators between two values; a higher one binds tighter. */
const strength: Record<string, number> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  in: 3,
  "+": 4,
};
const methods = new Set(["startsWith", "endsWith", "contains", "size"]);
const constants: Record<string, unknown> = { true: true, false: false, null: null };

/** Parses an expression. Throws ExpressionError for anything outside the supported part. */
export function parse(text: string): Expression {
  const tokens = tokenize(text);
  let at = 0;

  const peek = () => tokens[at] as Token;
  const next = () => tokens[at++] as Token;
  const fail = (): never => {
    const { kind, text: found } = peek();
    throw new ExpressionError(`"${text}" is not supported at ${kind === "end" ? "its end" : `"${found}"`}`);
  };
  const accept = (symbol: string) => {
    if (peek().kind === "string" || peek().text !== symbol) return false;
    at += 1;
    return true;
  };
  const expect = (symbol: string) => accept(symbol) || fail();

  const expression = choice();
  if (peek().kind !== "end") fail();
  return expression;

  function choice(): Expression {
    const when = binary(0);
    if (!accept("?")) return when;
    const then = choice();
    expect(":");
    return { kind: "choice", when, then, otherwise: choice() };
  }

  function binary(least: number): Expression {
    let left = unary();
    for (;;) {
      const { kind, text: operator } = peek();
      const power = kind === "symbol" || operator === "in" ? (strength[operator] ?? 0) : 0;
      if (power === 0 || kind === "string" || power <= least) return left;
      next();
      left = { kind: "binary", operator, left, right: binary(power) };
    }
  }

  function unary(): Expression {
    if (accept("!")) return { kind: "not", of: unary() };
    if (accept("-")) return { kind: "negative", of: unary() };
    return postfix(primary());
  }

  function primary(): Expression {
    const token = peek();
    if (token.kind === "number") return { kind: "literal", value: Number(next().text) };
    if (token.kind === "string") return { kind: "literal", value: unquote(next().text) };
    if (accept("(")) return closing(choice(), ")");
    if (accept("[")) return { kind: "list", items: list("]") };
    if (token.kind === "name") return named(next().text);
    return fail();
  }

  function named(name: string): Expression {
    if (Object.hasOwn(constants, name)) return { kind: "literal", value: constants[name] };
    if (name === "event" || name === "async") return { kind: "path", root: name, keys: [] };
    if (name !== "has" && name !== "size") {
      at -= 1;
      fail();
    }
    expect("(");
    return { kind: "call", name, args: onlyOne(list(")")) };
  }

  function postfix(start: Expression): Expression {
    let value = start;
    for (;;) {
      if (accept(".")) value = member(value);
      else if (peek().text === "[" && value.kind === "path" && accept("[")) value = index(value);
      else return value;
    }
  }

  function member(value: Expression): Expression {
    if (peek().kind !== "name") fail();
    const { text: name } = next();
    if (peek().text === "(" && methods.has(name)) {
      expect("(");
      const args = list(")");
      if (args.length !== (name === "size" ? 0 : 1)) fail();
      return { kind: "call", name, args: [value, ...args] };
    }
    return value.kind === "path" ? { ...value, keys: [...value.keys, name] } : fail();
  }

  function index(path: Extract<Expression, { kind: "path" }>): Expression {
    const token = next();
    if (token.kind !== "string" && token.kind !== "number") {
      at -= 1;
      fail();
    }
    const key = token.kind === "string" ? unquote(token.text) : Number(token.text);
    return closing({ ...path, keys: [...path.keys, key] }, "]");
  }

  function list(end: string): Expression[] {
    const items: Expression[] = [];
    if (accept(end)) return items;
    do items.push(choice());
    while (accept(","));
    expect(end);
    return items;
  }

  function closing(value: Expression, symbol: string): Expression {
    expect(symbol);
    return value;
  }

  function onlyOne(args: Expression[]): Expression[] {
    return args.length === 1 ? args : fail();
  }
}

function tokenize(text: string): Token[] {
  const kinds = ["number", "string", "name", "symbol"] as const;
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < end) {
    const from = tokenForm.lastIndex;
    const match = tokenForm.exec(text);
    if (!match) throw new ExpressionError(`"${text}" is not supported at "${text.slice(from).trim()}"`);
    const group = match.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ kind: kinds[group] ?? "symbol", text: match[group + 1] ?? "" });
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t" };

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}
