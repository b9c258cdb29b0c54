import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { recordRuns } from "@/app/admin/durable/record-runs";
import { guardedPage } from "@/app/guarded-page";
import { ClientActions } from "@/components/clients/client-actions";
import { ClientStatus } from "@/components/clients/client-status";
import { inLanguage } from "@/components/clients/in-language";
import { RunsOfRecord } from "@/components/durable/runs-of-record";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { getClient } from "@/lib/clients/operations/get-client";
import { listFields } from "@/lib/clients/operations/list-fields";
import { listGroups } from "@/lib/clients/operations/list-groups";
import { restoreClient } from "@/lib/clients/operations/restore-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { printPhone } from "@/lib/clients/phone";
import { addressLines } from "@/lib/clients/print-address";
import { canClient } from "@/lib/clients/rules/status";
import { checkTaxNumber } from "@/lib/clients/tax-number";
import { countryName } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { mergeClients } from "@/lib/merging/operations/merge-clients";
import { archiveClientAction, restoreClientAction } from "../actions";
import { tabs } from "./tabs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("one") };
}

export default guardedPage(getClient, async (page) => {
  const { params, search, read, may } = page;
  const { clientId = "" } = params;
  const client = await read(getClient, { clientId });
  if (client.mergedIntoId !== null) redirect(`/admin/clients/${client.mergedIntoId}`);

  const [t, common, locale, balances, fields, groups, runs] = await Promise.all([
    getTranslations("clients"),
    getTranslations("common"),
    getLocale(),
    may(listBalances) ? read(listBalances, { per: "client", clientId }) : undefined,
    may(listFields) ? read(listFields, {}) : { items: [] },
    may(listGroups) ? read(listGroups, { limit: 200 }) : { items: [] },
    recordRuns(page, clientId),
  ]);
  const tab = tabs.find(({ name, needs }) => name === search.tab && may(needs));
  const content = await tab?.render(page, clientId);
  const path = `/admin/clients/${clientId}`;
  const group = groups.items.find(({ id }) => id === client.groupId);
  const lines = addressLines({ ...client, name: "", companyName: null });
  const taxVerdict =
    client.taxNumber === null ? undefined : checkTaxNumber(client.taxNumber, client.country).verdict;
  const phone = client.phone === null ? undefined : await printPhone(client.phone);
  const answered = fields.items.filter(({ key }) => client.customValues[key] !== undefined);
  const title = client.companyName ?? client.name;
  const mayChange = may(updateClient) && canClient("update", client.status);
  const language = locales.find(({ locale: known }) => known === client.language)?.name;

  return (
    <PageLayout width="record">
      <PageHeader
        title={<bdi>{title}</bdi>}
        badge={<ClientStatus status={client.status} />}
        facts={[
          <span key="number" className="tabular">
            {t("numbered", { number: client.number.toString() })}
          </span>,
          <bdi key="email">{client.email}</bdi>,
          <span key="currency">{client.currency}</span>,
        ]}
        actions={
          <>
            {mayChange && (
              <ButtonLink variant="primary" href={`/admin/clients/${client.id}/edit`}>
                {t("edit")}
              </ButtonLink>
            )}
            {may(mergeClients) && canClient("merge", client.status) && (
              <ButtonLink href={`${path}/merge`}>{t("merge.open")}</ButtonLink>
            )}
            <ClientActions
              client={{ id: client.id, version: client.version, name: title, status: client.status }}
              archive={may(archiveClient) ? archiveClientAction : undefined}
              restore={may(restoreClient) ? restoreClientAction : undefined}
            />
          </>
        }
      />
      <NavTabs
        label={t("tabs.label")}
        current={tab ? `${path}?tab=${tab.name}` : path}
        tabs={[
          { href: path, label: t("tabs.overview") },
          ...tabs
            .filter(({ needs }) => may(needs))
            .map(({ name }) => ({ href: `${path}?tab=${name}`, label: t(`tabs.${name}`) })),
        ]}
      />
      <RecordColumns
        side={
          <>
            {balances && (
              <Card>
                <CardHeader title={t("balances.title")} />
                <CardBody>
                  {balances.items.length === 0 ? (
                    <p className="text-muted">{t("balances.none")}</p>
                  ) : (
                    <KeyValueList layout="summary">
                      {balances.items.map(({ accountCode, accountName, currency, balance }) => (
                        <KeyValue key={`${accountCode} ${currency}`} label={accountName}>
                          <MoneyAmount amount={balance} zero="full" />
                        </KeyValue>
                      ))}
                    </KeyValueList>
                  )}
                </CardBody>
              </Card>
            )}
            {runs && <RunsOfRecord subject={client.id} runs={runs} />}
          </>
        }
      >
        {content ?? (
          <Card>
            <CardHeader title={t("facts.title")} />
            <CardBody>
              <KeyValueList>
                <KeyValue label={t("form.kind")}>{t(`kind.${client.kind}`)}</KeyValue>
                <KeyValue label={t("facts.contact")}>{client.name}</KeyValue>
                {client.companyName && (
                  <KeyValue label={t("form.companyName")}>{client.companyName}</KeyValue>
                )}
                <KeyValue label={t("form.email")}>
                  <TextLink href={`mailto:${client.email}`} tone="quiet">
                    <bdi>{client.email}</bdi>
                  </TextLink>
                </KeyValue>
                {phone && (
                  <KeyValue label={t("form.phone")}>
                    <bdi className="tabular">{phone}</bdi>
                  </KeyValue>
                )}
                <KeyValue label={t("facts.address")}>
                  <address className="not-italic">
                    {lines.map((line) => (
                      <span key={line} className="block">
                        <bdi>{line}</bdi>
                      </span>
                    ))}
                    {countryName(client.country, locale)}
                  </address>
                </KeyValue>
                {client.taxNumber && (
                  <KeyValue label={t("form.taxNumber")}>
                    <bdi className="tabular">{client.taxNumber}</bdi>
                    {taxVerdict !== "valid" && (
                      <span className="block text-sm text-warning">
                        {t(`taxNumber.${taxVerdict ?? "unknown"}`)}
                      </span>
                    )}
                  </KeyValue>
                )}
                <KeyValue label={t("form.currency")}>{client.currency}</KeyValue>
                <KeyValue label={t("form.language")}>{language ?? t("form.languageOfCompany")}</KeyValue>
                {group && (
                  <KeyValue label={t("form.group")}>
                    <Badge tone={group.tone}>{group.name}</Badge>
                  </KeyValue>
                )}
                {client.tags.length > 0 && (
                  <KeyValue label={t("tags.label")}>
                    <span className="flex flex-wrap gap-1.5">
                      {client.tags.map((tag) => (
                        <TextLink
                          key={tag}
                          tone="quiet"
                          href={`/admin/clients?tag=${encodeURIComponent(tag)}`}
                        >
                          <Badge tone="neutral" dot={false}>
                            <bdi>{tag}</bdi>
                          </Badge>
                        </TextLink>
                      ))}
                    </span>
                  </KeyValue>
                )}
                {client.creditTermsDays !== null && (
                  <KeyValue label={t("form.creditTermsDays")}>
                    <span className="tabular">{client.creditTermsDays}</span>
                  </KeyValue>
                )}
                {client.creditLimit !== null && (
                  <KeyValue label={t("form.creditLimit")}>
                    <MoneyAmount amount={client.creditLimit} zero="full" />
                  </KeyValue>
                )}
                {answered.map(({ key, label }) => (
                  <KeyValue key={key} label={inLanguage(label, locale, key)}>
                    <span className="wrap-anywhere whitespace-pre-wrap">
                      <bdi>{answerText(client.customValues[key], t("questions.yes"), t("questions.no"))}</bdi>
                    </span>
                  </KeyValue>
                ))}
                <KeyValue label={t("columns.since")}>
                  <DateTime value={client.createdAt} />
                </KeyValue>
                <KeyValue label={t("facts.id")}>
                  <CopyableCode value={client.id} label={common("copy")} copiedLabel={common("copied")} />
                </KeyValue>
              </KeyValueList>
            </CardBody>
          </Card>
        )}
      </RecordColumns>
    </PageLayout>
  );
});

function answerText(answer: string | number | boolean | null | undefined, yes: string, no: string): string {
  if (typeof answer === "boolean") return answer ? yes : no;
  return String(answer ?? "");
}
