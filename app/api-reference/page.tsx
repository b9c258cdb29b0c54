import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/lists/filter-bar";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { productDocument } from "@/lib/doors/openapi/product-document";
import { type Reference, referenceOf } from "@/lib/doors/openapi/reference";
import { Contents } from "./contents";
import { OperationCard } from "./operation-card";
import { Overview } from "./overview";
import { Problems } from "./problems";
import { Schemas } from "./schemas";

const path = "/api-reference";
/** A search that fits more than this shows the others as a list: a page stays small enough to read. */
const mostCards = 15;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apiReference");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ q?: string | string[]; part?: string | string[] }> };

/** The OpenAPI document to read and search, a part at a time: rendered here, without a script or font from elsewhere. */
export default async function ApiReferencePage({ searchParams }: Props) {
  const given = await searchParams;
  const wanted = textOf(given.q);
  const [t, document] = await Promise.all([getTranslations("apiReference"), productDocument()]);
  const all = referenceOf(document);

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
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
          <Contents path={path} domains={all.domains} />
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8">
            <Shown
              all={all}
              found={wanted === "" ? undefined : referenceOf(document, wanted)}
              part={textOf(given.part)}
            />
          </div>
        </div>
      </PageLayout>
    </div>
  );
}

/** What was searched for, else the part that was chosen, else what there is. */
function Shown({ all, found, part }: { all: Reference; found: Reference | undefined; part: string }) {
  if (found) return <Found found={found} />;
  if (part === "schemas") return <Schemas schemas={all.schemas} />;

  const domain = all.domains.find(({ name }) => name === part);
  if (domain)
    return domain.operations.map((operation) => <OperationCard key={operation.name} operation={operation} />);
  return (
    <>
      <Overview path={path} domains={all.domains} />
      <Problems />
    </>
  );
}

async function Found({ found }: { found: Reference }) {
  const t = await getTranslations("apiReference");
  const operations = found.domains.flatMap((domain) => domain.operations);
  if (operations.length === 0) return <EmptyState title={t("noneFound")}>{t("noneFoundText")}</EmptyState>;
  if (operations.length > mostCards) return <Overview path={path} domains={found.domains} />;
  return operations.map((operation) => <OperationCard key={operation.name} operation={operation} />);
}

function textOf(value: string | string[] | undefined): string {
  return (typeof value === "string" ? value : "").slice(0, 100);
}
