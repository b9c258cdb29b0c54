import { Package } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { CatalogTabs } from "@/components/catalog/catalog-tabs";
import { GroupDialog } from "@/components/catalog/group-dialog";
import { MoveButtons } from "@/components/catalog/move-buttons";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { PageLayout } from "@/components/shell/page-layout";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
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
import { createProduct } from "@/lib/catalog/operations/create-product";
import { createProductGroup } from "@/lib/catalog/operations/create-product-group";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { moveCatalogRecord } from "@/lib/catalog/operations/move-record";
import { updateProductGroup } from "@/lib/catalog/operations/update-product-group";
import { inLanguage, type Texts } from "@/lib/core/text/in-language";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { createProductGroupAction, moveCatalogRecordAction, updateProductGroupAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalog");
  return { title: t("title") };
}

export default guardedPage(
  listProducts,
  async ({ read, may }) => {
    const [t, locale, { language }, { groups, products }] = await Promise.all([
      getTranslations("catalog"),
      getLocale(),
      read(getTenant, {}),
      read(listProducts, {}),
    ]);
    const text = (texts: Texts) => inLanguage(texts, locale, language);
    const newGroup = may(createProductGroup) && (
      <GroupDialog
        trigger={
          <Button type="button" variant={groups.length === 0 ? "primary" : "secondary"}>
            {t("group.new")}
          </Button>
        }
        language={language}
        action={createProductGroupAction}
      />
    );
    const newProduct = may(createProduct) && groups.length > 0 && (
      <ButtonLink variant="primary" href="/admin/products/new">
        {t("product.new")}
      </ButtonLink>
    );

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          count={products.length > 0 ? products.length : undefined}
          actions={
            groups.length > 0 && (
              <>
                {newGroup}
                {newProduct}
              </>
            )
          }
        />
        <CatalogTabs current="products" />
        {groups.length === 0 && (
          <Card>
            <EmptyState title={t("empty.title")} icon={<Package />} action={newGroup}>
              {t("empty.text")}
            </EmptyState>
          </Card>
        )}
        {groups.map((group, index) => {
          const own = products.filter(({ groupId }) => groupId === group.id);
          return (
            <Card key={group.id}>
              <CardHeader
                title={
                  <span className="flex flex-wrap items-center gap-2">
                    <bdi>{text(group.name)}</bdi>
                    {group.isHidden && <Badge tone="info">{t("status.HIDDEN")}</Badge>}
                  </span>
                }
                actions={
                  <>
                    {may(moveCatalogRecord) && (
                      <MoveButtons
                        kind="group"
                        id={group.id}
                        name={text(group.name)}
                        isFirst={index === 0}
                        isLast={index === groups.length - 1}
                        action={moveCatalogRecordAction}
                      />
                    )}
                    {may(updateProductGroup) && (
                      <GroupDialog
                        key={group.version}
                        trigger={
                          <Button type="button" size="sm">
                            {t("edit")}
                          </Button>
                        }
                        group={group}
                        language={language}
                        action={updateProductGroupAction}
                      />
                    )}
                  </>
                }
              />
              {own.length === 0 ? (
                <p className="px-4 pb-4 text-muted">{t("group.none")}</p>
              ) : (
                <Table label={text(group.name)}>
                  <TableHead>
                    <TableRow>
                      <TableHeaderCell>{t("columns.name")}</TableHeaderCell>
                      <TableHeaderCell className="max-sm:hidden">{t("columns.kind")}</TableHeaderCell>
                      <TableHeaderCell numeric className="max-sm:hidden">
                        {t("columns.plans")}
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
                    {own.map((product, place) => (
                      <TableRow key={product.id}>
                        <TableCell grow>
                          <RowLink href={`/admin/products/${product.id}`}>
                            <bdi>{text(product.name)}</bdi>
                          </RowLink>
                        </TableCell>
                        <TableCell className="text-muted max-sm:hidden">
                          {t(`kinds.${product.kind}`)}
                        </TableCell>
                        <TableCell numeric className="text-muted max-sm:hidden">
                          {product.plans}
                        </TableCell>
                        <TableCell>
                          <CatalogStatus status={product.status} look="plain" />
                        </TableCell>
                        {may(moveCatalogRecord) && (
                          <TableCell className="text-end">
                            <MoveButtons
                              kind="product"
                              id={product.id}
                              name={text(product.name)}
                              isFirst={place === 0}
                              isLast={place === own.length - 1}
                              action={moveCatalogRecordAction}
                            />
                          </TableCell>
                        )}
                      </TableRow>
                    ))}
                  </TableBody>
                </Table>
              )}
            </Card>
          );
        })}
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
