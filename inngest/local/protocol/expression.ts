import { type Expression, parse } from "./expression-parser";

/** What an expression speaks of: `event` started the run, `async` is the awaited one. */
export type Scope = { event?: unknown; async?: unknown };

const parsed = new Map<string, Expression>();

/** Parses an expression. Throws ExpressionError for syntax outside the supported part. */
export function parseExpression(text: string): Expression {
  const known = parsed.get(text);
  if (known) return known;

  const expression = parse(text);
  // Bounded: expressions of waits may hold values and so be many.
  if (parsed.size > 1_000) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

/** Whether the expression is true of the events. Anything but true, a missing field included, is no. */
export function isTrue(text: string, scope: Scope): boolean {
  return evaluate(parseExpression(text), scope) === true;
}

/** The expression's value as a key: equal values give equal keys, across types apart. */
export function keyOf(text: string, scope: Scope): string {
  return JSON.stringify(evaluate(parseExpression(text), scope) ?? null);
}

/** Value of an expression; a path that leads nowhere is undefined. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "path":
      return valueAt(scope[expression.root], expression.keys);
    case "list":
      return expression.items.map((item) => evaluate(item, scope));
    case "not":
      return evaluate(expression.of, scope) !== true;
    case "negative":
      return -Number(evaluate(expression.of, scope));
    case "choice":
      return evaluate(
        evaluate(expression.when, scope) === true ? expression.then : expression.otherwise,
        scope,
      );
    case "call":
      return call(expression, scope);
    case "binary":
      return combine(expression, scope);
  }
}

/** The value that a path of keys leads to. Own properties only. */
export function valueAt(value: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

function combine({ operator, left, right }: Extract<Expression, { kind: "binary" }>, scope: Scope): unknown {
  const a = evaluate(left, scope);
  if (operator === "&&") return a === true && evaluate(right, scope) === true;
  if (operator === "||") return a === true || evaluate(right, scope) === true;

  const b = evaluate(right, scope);
  switch (operator) {
    case "==":
      return isEqual(a, b);
    case "!=":
      return !isEqual(a, b);
    case "in":
      if (Array.isArray(b)) return b.some((item) => isEqual(a, item));
      return typeof b === "object" && b !== null && typeof a === "string" && Object.hasOwn(b, a);
    case "+":
      return typeof a === "number" && typeof b === "number" ? a + b : `${asText(a)}${asText(b)}`;
    default:
      return compare(operator, a, b);
  }
}

/** A missing field equals null written out, and never another missing field: two events that lack a field do not match. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === null || b === null;
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function compare(operator: string, a: unknown, b: unknown): boolean {
  const comparable =
    (typeof a === "number" && typeof b === "number") || (typeof a === "string" && typeof b === "string");
  if (!comparable) return false;
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  return operator === ">" ? a > b : a >= b;
}

function call({ name, args }: Extract<Expression, { kind: "call" }>, scope: Scope): unknown {
  const [subject, other] = args.map((argument) => evaluate(argument, scope));
  if (name === "has") return subject !== undefined && subject !== null;
  if (name === "size") return sizeOf(subject);
  if (typeof subject !== "string" || typeof other !== "string") return false;
  if (name === "startsWith") return subject.startsWith(other);
  return name === "endsWith" ? subject.endsWith(other) : subject.includes(other);
}

function sizeOf(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/**
 * An equality between a field of the run's event and a field of the awaited one that must hold for the whole to be true:
 * it lets the database find the few waits that an event can match.
 */
export function requiredEquality(
  expression: Expression,
): { event: (string | number)[]; async: (string | number)[] } | undefined {
  if (expression.kind !== "binary") return undefined;
  const { operator, left, right } = expression;
  if (operator === "&&") return requiredEquality(left) ?? requiredEquality(right);
  if (operator !== "==" || left.kind !== "path" || right.kind !== "path" || left.root === right.root) {
    return undefined;
  }
  return left.root === "event"
    ? { event: left.keys, async: right.keys }
    : { event: right.keys, async: left.keys };
}
