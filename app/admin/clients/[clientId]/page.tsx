import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { ClientActions } from "@/components/clients/client-actions";
import { ClientStatus } from "@/components/clients/client-status";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { getClient } from "@/lib/clients/operations/get-client";
import { restoreClient } from "@/lib/clients/operations/restore-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { canClient } from "@/lib/clients/rules/status";
import { countryName } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { archiveClientAction, restoreClientAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clients");
  return { title: t("one") };
}

export default guardedPage(getClient, async ({ params, read, may }) => {
  const { clientId = "" } = params;
  const client = await read(getClient, { clientId });
  const [t, common, locale, balances, history] = await Promise.all([
    getTranslations("clients"),
    getTranslations("common"),
    getLocale(),
    may(listBalances) ? read(listBalances, { per: "client", clientId }) : undefined,
    may(listAuditEntries)
      ? read(listAuditEntries, { recordType: "client", recordId: clientId, limit: 20 })
      : undefined,
  ]);
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
            <ClientActions
              client={{ id: client.id, version: client.version, name: title, status: client.status }}
              archive={may(archiveClient) ? archiveClientAction : undefined}
              restore={may(restoreClient) ? restoreClientAction : undefined}
            />
          </>
        }
      />
      <RecordColumns
        side={
          balances && (
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
          )
        }
      >
        <Card>
          <CardHeader title={t("facts.title")} />
          <CardBody>
            <KeyValueList>
              <KeyValue label={t("form.kind")}>{t(`kind.${client.kind}`)}</KeyValue>
              <KeyValue label={t("facts.contact")}>{client.name}</KeyValue>
              {client.companyName && <KeyValue label={t("form.companyName")}>{client.companyName}</KeyValue>}
              <KeyValue label={t("form.email")}>
                <TextLink href={`mailto:${client.email}`} tone="quiet">
                  <bdi>{client.email}</bdi>
                </TextLink>
              </KeyValue>
              <KeyValue label={t("form.country")}>{countryName(client.country, locale)}</KeyValue>
              <KeyValue label={t("form.currency")}>{client.currency}</KeyValue>
              <KeyValue label={t("form.language")}>{language ?? t("form.languageOfCompany")}</KeyValue>
              <KeyValue label={t("columns.since")}>
                <DateTime value={client.createdAt} />
              </KeyValue>
              <KeyValue label={t("facts.id")}>
                <CopyableCode value={client.id} label={common("copy")} copiedLabel={common("copied")} />
              </KeyValue>
            </KeyValueList>
          </CardBody>
        </Card>
        {history && (
          <Card>
            <CardHeader title={t("history")} />
            <CardBody>
              <AuditTimeline entries={history.items} />
            </CardBody>
          </Card>
        )}
      </RecordColumns>
    </PageLayout>
  );
});
