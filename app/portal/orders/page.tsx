import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listParameters } from "@/components/lists/list-url";
import { OrderTable } from "@/components/orders/order-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listOrders } from "@/lib/orders/operations/list-orders";

const path = "/portal/orders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title") };
}

export default guardedPage(
  listOrders,
  async ({ search, read }) => {
    const [t, cart] = await Promise.all([getTranslations("orders"), getTranslations("orders.cart")]);
    const current = listParameters(search, ["sort", "cursor"]);
    const { items, nextCursor } = await read(listOrders, current as object);
    return (
      <PageLayout width="record">
        <PageHeader
          title={t("title")}
          description={t("own.description")}
          actions={<ButtonLink href="/">{cart("empty.look")}</ButtonLink>}
        />
        <Card>
          {items.length > 0 ? (
            <OrderTable
              orders={items}
              recordPath={path}
              path={path}
              current={current}
              sort={current.sort ?? "-createdAt"}
              isOwn
            />
          ) : (
            <EmptyState title={t("own.empty.title")} icon={<ShoppingCart />}>
              {t("own.empty.text")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton />, audience: "client" },
);
