import "server-only";
import { Layers } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { MoveButtons } from "@/components/catalog/move-buttons";
import { cyclePer } from "@/components/store/cycle-text";
import { PlanCard } from "@/components/store/plan-card";
import { PlanColumns } from "@/components/store/plan-columns";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyAmount } from "@/components/ui/money-amount";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import type { WholeProduct } from "@/lib/catalog/operations/get-product";
import { moveCatalogRecord } from "@/lib/catalog/operations/move-record";
import { inLanguage } from "@/lib/core/text/in-language";
import { moveCatalogRecordAction } from "../actions";
import { shownPrices } from "../standing";

type Company = { language: string; currency: string };

/** The sizes of a product with what they cost, and how the storefront shows them side by side. */
export async function plansTab({ may }: Page, product: WholeProduct, { language, currency }: Company) {
  const [t, store, locale] = await Promise.all([
    getTranslations("catalog"),
    getTranslations("store"),
    getLocale(),
  ]);
  const path = `/admin/products/${product.id}/plans`;
  const create = may(createPlan) && (
    <ButtonLink variant={product.plans.length === 0 ? "primary" : "secondary"} href={`${path}/new`}>
      {t("plan.new")}
    </ButtonLink>
  );
  if (product.plans.length === 0) {
    return (
      <Card>
        <EmptyState title={t("plan.none")} icon={<Layers />} action={create}>
          {t("plan.noneText")}
        </EmptyState>
      </Card>
    );
  }

  const rows = product.plans.map((plan) => ({
    plan,
    prices: shownPrices(product.prices, plan.id, currency),
  }));
  const active = rows.filter(({ plan }) => plan.status === "ACTIVE");
  return (
    <>
      <div className="flex justify-end">{create}</div>
      <Card>
        <Table label={t("productTabs.plans")}>
          <TableHead>
            <TableRow>
              <TableHeaderCell>{t("columns.name")}</TableHeaderCell>
              <TableHeaderCell numeric>{t("columns.price")}</TableHeaderCell>
              <TableHeaderCell numeric className="max-sm:hidden">
                {t("columns.stock")}
              </TableHeaderCell>
              <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
              {may(moveCatalogRecord) && (
                <TableHeaderCell>
                  <span className="sr-only">{t("columns.order")}</span>
                </TableHeaderCell>
              )}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ plan, prices }, place) => {
              const name = inLanguage(plan.name, locale, language);
              const price = prices.find(({ cycle }) => cycle !== "once") ?? prices[0];
              return (
                <TableRow key={plan.id}>
                  <TableCell grow>
                    <RowLink href={`${path}/${plan.id}`}>
                      <bdi>{name}</bdi>
                    </RowLink>
                  </TableCell>
                  <TableCell numeric>
                    {price === undefined ? (
                      <span className="text-warning">{t("plan.noPrice")}</span>
                    ) : (
                      <>
                        <MoneyAmount amount={price.amount} zero="full" />{" "}
                        <span className="text-subtle">{cyclePer(store, price.cycle)}</span>
                      </>
                    )}
                  </TableCell>
                  <TableCell numeric className="text-muted max-sm:hidden">
                    {plan.stock ?? t("plan.endless")}
                  </TableCell>
                  <TableCell>
                    <CatalogStatus status={plan.status} look="plain" />
                  </TableCell>
                  {may(moveCatalogRecord) && (
                    <TableCell className="text-end">
                      <MoveButtons
                        kind="plan"
                        id={plan.id}
                        name={name}
                        isFirst={place === 0}
                        isLast={place === rows.length - 1}
                        action={moveCatalogRecordAction}
                      />
                    </TableCell>
                  )}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </Card>
      {active.length > 0 && (
        <section aria-labelledby="preview" className="grid gap-3">
          <h2 id="preview" className="font-medium text-sm text-subtle">
            {t("preview")}
          </h2>
          <div data-scale="comfortable">
            <PlanColumns count={active.length}>
              {active.map(({ plan, prices }) => (
                <PlanCard
                  key={plan.id}
                  plan={plan}
                  language={language}
                  price={prices.find(({ cycle }) => cycle !== "once") ?? prices[0]}
                  prices={prices}
                  level={3}
                />
              ))}
            </PlanColumns>
          </div>
        </section>
      )}
    </>
  );
}
