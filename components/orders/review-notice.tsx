import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { isCurrencyCode } from "@/lib/core/money/currencies";
import { formatMoney } from "@/lib/core/money/format";
import { countryName } from "@/lib/i18n/countries";

type Reason = { rule: "amount" | "country_mismatch" | "velocity" | "disposable_mail" } & Record<
  string,
  unknown
>;

/** Why an order waits for somebody to look. */
export function ReviewNotice({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("orders.review");
  const locale = useLocale();

  function sentence(reason: Reason): string {
    if (reason.rule === "amount") {
      const currency = String(reason.currency);
      const limit = isCurrencyCode(currency)
        ? formatMoney({ minor: BigInt(Number(reason.limitMinor)), currency }, locale)
        : "";
      return t("amount", { limit });
    }
    if (reason.rule === "country_mismatch") {
      const name = (code: unknown) => countryName(String(code), locale);
      return t("country_mismatch", { billed: name(reason.billed), address: name(reason.address) });
    }
    if (reason.rule === "velocity") return t("velocity", { orders: Number(reason.orders) });
    return t("disposable_mail");
  }

  return (
    <Notice tone="warning" title={t("title")}>
      <p>{t("text")}</p>
      <ul className="mt-2 list-disc ps-5">
        {reasons.map((reason) => (
          <li key={reason.rule}>{sentence(reason)}</li>
        ))}
      </ul>
    </Notice>
  );
}
