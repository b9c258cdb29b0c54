import type { CurrencyCode } from "@/lib/core/money/currencies";
import { parseAmount } from "@/lib/core/money/format";

/**
 * Minor units of an amount as people type it: "19.99", "19,99", "1 250", "١٩٫٩٩". Undefined for nothing, null for what is no
 * amount of the currency. A mark is always the decimal one: whoever means thousands leaves it out.
 */
export function typedAmount(text: string, currency: CurrencyCode): bigint | null | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,\u066b]/g, ".");
  if (plain === "") return undefined;
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  try {
    return parseAmount(plain, currency).minor;
  } catch {
    return null;
  }
}
