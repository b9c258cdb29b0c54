import "server-only";
import { getTranslations } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { ProductForm } from "@/components/catalog/product-form";
import { Card, CardBody } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { WholeProduct } from "@/lib/catalog/operations/get-product";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { knownModules } from "@/lib/catalog/rules/modules";
import { updateProductAction } from "../actions";

/** Words, place, tax and delivery of a product. */
export async function detailsTab(
  { read, may }: Page,
  product: WholeProduct,
  { language }: { language: string },
) {
  const [t, { groups }] = await Promise.all([getTranslations("catalog"), read(listProducts, {})]);
  return (
    <Card className="max-w-form">
      <CardBody className="pt-4">
        {may(updateProduct) ? (
          <ProductForm
            key={product.version}
            product={product}
            groups={groups}
            modules={knownModules}
            language={language}
            action={updateProductAction}
          />
        ) : (
          <EmptyState title={t("readOnly")} />
        )}
      </CardBody>
    </Card>
  );
}
