import { PackagePlus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { CatalogTabs } from "@/components/catalog/catalog-tabs";
import { MoveButtons } from "@/components/catalog/move-buttons";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { PageLayout } from "@/components/shell/page-layout";
import { cyclePer } from "@/components/store/cycle-text";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import { createAddon } from "@/lib/catalog/operations/create-addon";
import { listAddons } from "@/lib/catalog/operations/list-addons";
import { moveCatalogRecord } from "@/lib/catalog/operations/move-record";
import { inLanguage } from "@/lib/core/text/in-language";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { moveCatalogRecordAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.tabs");
  return { title: t("addons") };
}

export default guardedPage(
  listAddons,
  async ({ read, may }) => {
    const [t, store, locale, { language, currency }, { items }] = await Promise.all([
      getTranslations("catalog"),
      getTranslations("store"),
      getLocale(),
      read(getTenant, {}),
      read(listAddons, {}),
    ]);
    const create = may(createAddon) && (
      <ButtonLink variant="primary" href="/admin/products/add-ons/new">
        {t("addon.new")}
      </ButtonLink>
    );
    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} actions={items.length > 0 && create} />
        <CatalogTabs current="add-ons" />
        <Card>
          {items.length === 0 ? (
            <EmptyState title={t("addon.none")} icon={<PackagePlus />} action={create}>
              {t("addon.noneText")}
            </EmptyState>
          ) : (
            <Table label={t("tabs.addons")}>
              <TableHead>
                <TableRow>
                  <TableHeaderCell>{t("columns.name")}</TableHeaderCell>
                  <TableHeaderCell numeric>{t("columns.price")}</TableHeaderCell>
                  <TableHeaderCell numeric className="max-sm:hidden">
                    {t("columns.products")}
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
                {items.map((addon, place) => {
                  const name = inLanguage(addon.name, locale, language);
                  const price =
                    addon.prices.find(({ amount }) => amount.currency === currency) ?? addon.prices[0];
                  return (
                    <TableRow key={addon.id}>
                      <TableCell grow>
                        <RowLink href={`/admin/products/add-ons/${addon.id}`}>
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
                        {addon.productIds.length}
                      </TableCell>
                      <TableCell>
                        <CatalogStatus status={addon.status} look="plain" />
                      </TableCell>
                      {may(moveCatalogRecord) && (
                        <TableCell className="text-end">
                          <MoveButtons
                            kind="addon"
                            id={addon.id}
                            name={name}
                            isFirst={place === 0}
                            isLast={place === items.length - 1}
                            action={moveCatalogRecordAction}
                          />
                        </TableCell>
                      )}
                    </TableRow>
                  );
                })}
              </TableBody>
            </Table>
          )}
        </Card>
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
