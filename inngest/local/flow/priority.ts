import type { FunctionRow, StoredEvent } from "../model";
import { evaluate, parseExpression } from "../protocol/expression";

/** The farthest that a run may go ahead of others, or behind. */
const mostSeconds = 600;

/** Whole seconds by which a run goes ahead of others that wait for capacity. What is no number is no priority. */
export function priorityOf(fn: FunctionRow, event: StoredEvent): number {
  const { run: expression } = fn.config.priority ?? {};
  if (expression === undefined) return 0;
  const value = evaluate(parseExpression(expression), { event: event.payload });
  if (typeof value !== "number" || Number.isNaN(value)) return 0;
  return Math.min(Math.max(Math.trunc(value), -mostSeconds), mostSeconds);
}
