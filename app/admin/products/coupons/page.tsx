import { Ticket } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogTabs } from "@/components/catalog/catalog-tabs";
import { couponTones } from "@/components/catalog/coupon-tones";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import { createCoupon } from "@/lib/catalog/operations/create-coupon";
import { listCoupons } from "@/lib/catalog/operations/list-coupons";
import { couponState } from "@/lib/catalog/rules/coupon";

const path = "/admin/products/coupons";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog.tabs");
  return { title: t("coupons") };
}

export default guardedPage(
  listCoupons,
  async ({ search, read, may }) => {
    const [t, common] = await Promise.all([getTranslations("catalog"), getTranslations("common")]);
    const current = listParameters(search, ["search", "sort", "cursor"]);
    const { items, nextCursor } = await read(listCoupons, current as object);
    const now = new Date();
    const create = may(createCoupon) && (
      <ButtonLink variant="primary" href={`${path}/new`}>
        {t("coupon.new")}
      </ButtonLink>
    );
    const isFiltered = current.search !== undefined;
    const { sort = "-createdAt" } = current;
    return (
      <PageLayout width="list">
        <PageHeader title={t("title")} actions={(items.length > 0 || isFiltered) && create} />
        <CatalogTabs current="coupons" />
        {(items.length > 0 || isFiltered) && (
          <FilterBar
            path={path}
            search={{ name: "search", label: t("coupon.search"), value: current.search }}
            selects={[]}
            kept={{ sort: current.sort }}
            chips={
              isFiltered
                ? [{ label: `“${current.search}”`, href: listHref(path, current, { search: undefined }) }]
                : []
            }
          />
        )}
        <Card>
          {items.length > 0 ? (
            <Table label={t("tabs.coupons")}>
              <TableHead>
                <TableRow>
                  <TableHeaderCell
                    sorted={sort === "code" ? "ascending" : sort === "-code" ? "descending" : undefined}
                    sortHref={listHref(path, current, {
                      sort: sort === "code" ? "-code" : "code",
                      cursor: undefined,
                    })}
                  >
                    {t("coupon.code")}
                  </TableHeaderCell>
                  <TableHeaderCell numeric>{t("coupon.discount")}</TableHeaderCell>
                  <TableHeaderCell numeric className="max-sm:hidden">
                    {t("coupon.uses")}
                  </TableHeaderCell>
                  <TableHeaderCell className="max-sm:hidden">{t("coupon.validUntil")}</TableHeaderCell>
                  <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {items.map((coupon) => {
                  const state = couponState(coupon, now);
                  return (
                    <TableRow key={coupon.id}>
                      <TableCell grow>
                        <RowLink href={`${path}/${coupon.id}`}>
                          <bdi className="font-mono text-sm">{coupon.code}</bdi>
                        </RowLink>
                      </TableCell>
                      <TableCell numeric>
                        {coupon.kind === "PERCENT"
                          ? t("coupon.percentOff", { percent: coupon.percent ?? "0" })
                          : Object.entries(coupon.amounts).map(([currency, minor]) => (
                              <span key={currency} className="block">
                                <MoneyAmount amount={{ minor, currency }} />
                              </span>
                            ))}
                      </TableCell>
                      <TableCell numeric className="text-muted max-sm:hidden">
                        {coupon.maxUses === null
                          ? coupon.uses
                          : t("coupon.usesOf", { uses: coupon.uses, most: coupon.maxUses })}
                      </TableCell>
                      <TableCell className="text-muted max-sm:hidden">
                        {coupon.validUntil ? <DateTime value={coupon.validUntil} /> : t("coupon.endless")}
                      </TableCell>
                      <TableCell>
                        <StatusBadge
                          status={state}
                          tones={couponTones}
                          label={t(`coupon.state.${state}`)}
                          look="plain"
                        />
                      </TableCell>
                    </TableRow>
                  );
                })}
              </TableBody>
            </Table>
          ) : isFiltered ? (
            <EmptyState
              title={t("coupon.noneFound")}
              icon={<Ticket />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            />
          ) : (
            <EmptyState title={t("coupon.none")} icon={<Ticket />} action={create}>
              {t("coupon.noneText")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
