import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfferPrice, PlanOffer } from "@/lib/catalog/rules/offer";
import { inLanguage } from "@/lib/core/text/in-language";
import { cn } from "@/lib/ui/cn";
import { PlanPrice } from "./plan-price";

/** As few as these are left, people are told. */
const fewLeft = 5;

export type ShownPlan = Pick<PlanOffer["plan"], "name" | "tagline" | "features" | "stock" | "isHighlighted">;

interface PlanCardProps {
  plan: ShownPlan;
  /** The company's language: stands in where a text is missing. */
  language: string;
  price: OfferPrice | undefined;
  prices: readonly OfferPrice[];
  /** The way to order it. */
  action?: ReactNode;
  /** Level of its name in the page's outline. */
  level?: 2 | 3;
}

/** One plan among others: its rows stand level with theirs (each takes four of the parent's grid). */
export function PlanCard({ plan, language, price, prices, action, level = 2 }: PlanCardProps) {
  const t = useTranslations("store");
  const locale = useLocale();
  const text = (texts: PlanOffer["plan"]["name"]) => inLanguage(texts, locale, language);
  const Heading = `h${level}` as const;
  const isLow = plan.stock !== null && plan.stock > 0 && plan.stock <= fewLeft;

  return (
    <article
      className={cn(
        "row-span-4 grid min-w-0 grid-rows-subgrid gap-5 rounded-surface border bg-surface p-5 sm:p-6",
        plan.isHighlighted && "border-accent-solid",
      )}
    >
      <header className="grid content-start gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Heading className="wrap-anywhere font-semibold text-lg">{text(plan.name)}</Heading>
          {plan.isHighlighted && (
            <span className="font-medium text-accent-text text-sm">{t("recommended")}</span>
          )}
        </div>
        <p className="text-pretty text-base text-muted">
          <bdi>{text(plan.tagline)}</bdi>
        </p>
      </header>
      {price === undefined ? (
        <p className="text-base text-muted">{t("noPrice")}</p>
      ) : (
        <PlanPrice price={price} prices={prices} />
      )}
      <div className="grid content-start gap-2">
        {action}
        {isLow && <p className="text-center text-sm text-warning">{t("left", { count: plan.stock ?? 0 })}</p>}
      </div>
      <ul className={cn("grid content-start gap-2 text-base", plan.features.length > 0 && "border-t pt-5")}>
        {plan.features.map((feature) => (
          <li key={text(feature)} className="flex gap-2.5">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-text" />
            <span className="wrap-anywhere min-w-0">
              <bdi>{text(feature)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
