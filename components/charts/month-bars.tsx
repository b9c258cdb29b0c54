import { useLocale, useTranslations } from "next-intl";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";

interface MonthBarsProps {
  /** What the bars show, for who does not see them. */
  label: string;
  /** `month` is yyyy-mm; oldest first. */
  items: readonly { month: string; amount: { minor: bigint; currency: string } }[];
}

const height = 140;

/**
 * Money by month: bars with their months below, the highest and the last labelled, and the table behind it one step away. Time runs with
 * the writing: mirrored where that is, with its labels.
 */
export function MonthBars({ label, items }: MonthBarsProps) {
  const t = useTranslations("overview.chart");
  const locale = useLocale();
  const amounts = items.map(({ amount }) => Number(amount.minor));
  const highest = Math.max(0, ...amounts);
  const lowest = Math.min(0, ...amounts);
  const span = highest - lowest || 1;
  const top = amounts.indexOf(highest);

  const money = ({ minor, currency }: { minor: bigint; currency: string }) =>
    isCurrencyCode(currency) ? formatMoney({ minor, currency }, locale) : minor.toString();
  const month = (text: string, style: "short" | "long") =>
    new Intl.DateTimeFormat(locale, {
      month: style,
      timeZone: "UTC",
      ...(style === "long" && { year: "numeric" }),
    }).format(new Date(`${text}-01T00:00:00Z`));

  return (
    <figure className="grid gap-3">
      <div
        aria-hidden="true"
        className="flex items-end gap-1.5 pt-6 sm:gap-2.5"
        style={{ height: height + 48 }}
      >
        {items.map((item, index) => {
          const isLabelled = highest > 0 && (index === top || index === items.length - 1);
          const size = Math.max(2, Math.round((Math.abs(amounts[index] ?? 0) / span) * height));
          return (
            <div key={item.month} className="group relative grid min-w-0 flex-1 justify-items-center gap-1.5">
              {isLabelled && (
                <span
                  className={`tabular pointer-events-none absolute -top-5 whitespace-nowrap text-sm ${index === items.length - 1 ? "end-0" : "max-sm:hidden"}`}
                >
                  <bdi>{money(item.amount)}</bdi>
                </span>
              )}
              <span
                title={`${month(item.month, "long")}: ${money(item.amount)}`}
                style={{ height: size }}
                className={`w-full rounded-t-sm ${(amounts[index] ?? 0) < 0 ? "bg-danger-solid" : "bg-accent"} ${index === items.length - 1 ? "opacity-60" : ""}`}
              />
              <span className="truncate text-subtle text-xs">{month(item.month, "short")}</span>
            </div>
          );
        })}
      </div>
      <details className="text-sm">
        <summary className="w-fit cursor-pointer text-muted hover:text-text">{t("asTable")}</summary>
        <table className="mt-2 w-full max-w-sm">
          <caption className="sr-only">{label}</caption>
          <tbody>
            {items.map((item) => (
              <tr key={item.month}>
                <th scope="row" className="py-0.5 text-start font-normal text-muted">
                  {month(item.month, "long")}
                </th>
                <td className="tabular py-0.5 text-end">
                  <bdi>{money(item.amount)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
