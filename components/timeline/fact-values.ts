import { isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";
import type { FactData } from "@/lib/timeline/schema";

/**
 * What a fact's sentence needs, as text in the reader's locale. `nameOf` turns a code that the messages know, such as a reason, into
 * words. Every value is isolated, so that a number or a Latin name keeps its direction within Arabic.
 */
export function factValues(
  data: FactData,
  locale: string,
  nameOf: (code: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, isolated(shown(value, locale, nameOf))]),
  );
}

function shown(
  value: FactData[string],
  locale: string,
  nameOf: (code: string) => string | undefined,
): string {
  if (value === null) return "–";
  if (typeof value === "number") return value.toString();
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return nameOf(value) ?? value;

  if (!isCurrencyCode(value.currency)) throw new RangeError(`${value.currency} is not a currency`);
  return formatMoney({ minor: BigInt(value.minor), currency: value.currency }, locale);
}

/** Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX 9). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
