import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/lists/filter-bar";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { productDocument } from "@/lib/doors/openapi/product-document";
import { referenceOf } from "@/lib/doors/openapi/reference";
import { Contents } from "./contents";
import { OperationCard } from "./operation-card";
import { Problems } from "./problems";
import { Schemas } from "./schemas";

const path = "/api-reference";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiReference");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ q?: string | string[] }> };

/** The OpenAPI document to read and search: rendered here, without a script or font from elsewhere. */
export default async function ApiReferencePage({ searchParams }: Props) {
  const { q } = await searchParams;
  const wanted = (typeof q === "string" ? q : "").slice(0, 100);
  const [t, document] = await Promise.all([getTranslations("apiReference"), productDocument()]);
  const { domains, schemas } = referenceOf(document, wanted);

  return (
    <div className="px-4 py-8 sm:px-6">
      <PageLayout width="list">
        <PageHeader
          title={t("title")}
          description={t("description", { url: document.servers?.[0]?.url ?? "" })}
          actions={
            <ButtonLink href="/api/v1/openapi.json" prefetch={false}>
              {t("download")}
            </ButtonLink>
          }
        />
        <FilterBar
          path={path}
          search={{ name: "q", label: t("search"), value: wanted }}
          chips={wanted === "" ? [] : [{ label: wanted, href: path }]}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
          <Contents domains={domains} />
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
            {domains.length === 0 && <EmptyState title={t("noneFound")}>{t("noneFoundText")}</EmptyState>}
            {domains.map(({ name, operations }) => (
              <section key={name} aria-label={name} className="grid grid-cols-[minmax(0,1fr)] gap-4">
                <h2 id={name} className="scroll-mt-20 font-semibold text-xl capitalize">
                  {name}
                </h2>
                {operations.map((operation) => (
                  <OperationCard key={operation.name} operation={operation} />
                ))}
              </section>
            ))}
            {wanted === "" && (
              <>
                <Problems />
                <Schemas schemas={schemas} />
              </>
            )}
          </div>
        </div>
      </PageLayout>
    </div>
  );
}
