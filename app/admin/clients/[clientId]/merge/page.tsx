import type { Metadata } from "next";
import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MergeButton } from "@/components/clients/merge-form";
import { PageLayout } from "@/components/shell/page-layout";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { mergeClients } from "@/lib/merging/operations/merge-clients";
import { previewMerge } from "@/lib/merging/operations/preview-merge";
import { mergeClientsAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients.merge");
  return { title: t("merge") };
}

export default guardedPage(mergeClients, async ({ params, search, read }) => {
  const { clientId = "" } = params;
  const [t, common, from] = await Promise.all([
    getTranslations("clients.merge"),
    getTranslations("common"),
    read(getClient, { clientId }),
  ]);
  const words = typeof search.search === "string" ? search.search.trim().slice(0, 100) : "";
  const intoId = typeof search.into === "string" ? search.into : undefined;
  const nameOf = (client: { companyName: string | null; name: string }) => client.companyName ?? client.name;
  const path = `/admin/clients/${clientId}/merge`;

  if (intoId !== undefined) {
    const [into, preview] = await Promise.all([
      read(getClient, { clientId: intoId }),
      read(previewMerge, { clientId, intoId }),
    ]);
    return (
      <PageLayout width="form">
        <PageHeader title={t("title", { from: nameOf(from), into: nameOf(into) })} description={t("text")} />
        <Card>
          <CardHeader title={t("moves")} />
          <CardBody>
            <KeyValueList>
              {(["people", "contacts", "notes", "files"] as const).map((part) => (
                <KeyValue key={part} label={t(part)}>
                  <span className="tabular">{preview[part]}</span>
                </KeyValue>
              ))}
              {preview.tags.length > 0 && <KeyValue label={t("tags")}>{preview.tags.join(", ")}</KeyValue>}
              {preview.balances.map(({ accountName, net }) => (
                <KeyValue key={`${accountName} ${net.currency}`} label={accountName}>
                  <MoneyAmount amount={net} zero="full" />
                </KeyValue>
              ))}
            </KeyValueList>
          </CardBody>
          <CardFooter>
            <ButtonLink href={path}>{t("other")}</ButtonLink>
            <MergeButton
              from={{ id: from.id, version: from.version, name: nameOf(from) }}
              into={{ id: into.id, version: into.version, name: nameOf(into) }}
              refusedBy={preview.refusedBy}
              action={mergeClientsAction}
            />
          </CardFooter>
        </Card>
      </PageLayout>
    );
  }

  const found = words === "" ? [] : (await read(listClients, { search: words, limit: 10 })).items;
  const others = found.filter(({ id }) => id !== clientId);
  return (
    <PageLayout width="form">
      <PageHeader title={t("chooseTitle", { name: nameOf(from) })} description={t("chooseText")} />
      <Card>
        <CardBody className="grid gap-4 pt-4">
          <Form action={path} className="flex gap-2">
            <Input
              type="search"
              name="search"
              aria-label={t("search")}
              placeholder={t("search")}
              defaultValue={words}
              maxLength={100}
              className="flex-1"
            />
            <Button>{common("apply")}</Button>
          </Form>
          {words !== "" && others.length === 0 && <EmptyState title={t("noneFound")} />}
          <ul className="divide-y">
            {others.map((client) => (
              <li key={client.id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <TextLink href={`${path}?into=${client.id}`}>
                  <bdi>{nameOf(client)}</bdi>
                </TextLink>
                <span className="text-subtle">
                  <bdi>{client.email}</bdi> · <span className="tabular">{client.number.toString()}</span>
                </span>
              </li>
            ))}
          </ul>
        </CardBody>
      </Card>
    </PageLayout>
  );
});
