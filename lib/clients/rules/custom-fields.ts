import type { FieldError } from "@/lib/core/errors";

export const fieldKinds = ["text", "long_text", "number", "date", "yes_no", "choice"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type CustomValue = string | number | boolean;
export type CustomValues = Readonly<Record<string, CustomValue>>;

export type FieldRule = {
  readonly key: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
  readonly retiredAt: Date | null;
};

type Given = Readonly<Record<string, CustomValue | null>>;

/**
 * The answers after a change. Null and empty text take an answer away; a retired field keeps what it has and takes nothing new.
 * Forms send text: a number, a date or a yes may come as such.
 */
export function changeAnswers(
  fields: readonly FieldRule[],
  before: CustomValues,
  given: Given,
): { values: CustomValues; problems: FieldError[] } {
  const values: Record<string, CustomValue> = { ...before };
  const problems: FieldError[] = [];
  const refuse = (key: string, code: string, message: string) =>
    problems.push({ path: `customValues.${key}`, code, message });

  for (const [key, answer] of Object.entries(given)) {
    const field = fields.find((known) => known.key === key && known.retiredAt === null);
    if (field === undefined) {
      refuse(key, "unknown_key", "is not a field of this company");
    } else if (answer === null || answer === "") {
      delete values[key];
    } else {
      const value = answerOf(field, answer);
      if (value === undefined) refuse(key, "custom_value", "does not fit the field");
      else values[key] = value;
    }
  }
  for (const { key, isRequired, retiredAt } of fields) {
    if (isRequired && retiredAt === null && values[key] === undefined)
      refuse(key, "too_small", "is required");
  }
  return { values, problems };
}

function answerOf({ kind, choices }: FieldRule, answer: CustomValue): CustomValue | undefined {
  switch (kind) {
    case "text":
      return typeof answer === "string" && answer.length <= 500 && isLine(answer) ? answer.trim() : undefined;
    case "long_text":
      return typeof answer === "string" && !/[^\P{Cc}\n\r\t]/u.test(answer) ? answer.trim() : undefined;
    case "number":
      return numberOf(answer);
    case "date":
      return typeof answer === "string" && isDay(answer) ? answer : undefined;
    case "yes_no":
      if (answer === true || answer === "on" || answer === "true") return true;
      return answer === false || answer === "off" || answer === "false" ? false : undefined;
    case "choice":
      return typeof answer === "string" && choices.includes(answer) ? answer : undefined;
  }
}

function isLine(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

function numberOf(answer: CustomValue): number | undefined {
  if (typeof answer === "string" && !/^-?\d{1,15}(?:\.\d{1,9})?$/.test(answer)) return undefined;
  const number = Number(answer);
  return typeof answer !== "boolean" && Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? number
    : undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
