import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { recordRuns } from "@/app/admin/durable/record-runs";
import { guardedPage, type Page } from "@/app/guarded-page";
import { recordTimeline } from "@/app/record-timeline";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { LiveRefresh } from "@/components/durable/live-refresh";
import { RunsOfRecord } from "@/components/durable/runs-of-record";
import { MessagesFor } from "@/components/i18n/messages-for";
import { AccessCard } from "@/components/services/access-card";
import { FailureNotice } from "@/components/services/failure-notice";
import { ModuleName } from "@/components/services/module-name";
import { PasswordReveal } from "@/components/services/password-reveal";
import { ProgressCard } from "@/components/services/progress-card";
import { RetryButton } from "@/components/services/retry-button";
import { ServiceActions } from "@/components/services/service-actions";
import { ServiceStatus } from "@/components/services/service-status";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { NavTabs } from "@/components/ui/nav-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { changeServicePassword } from "@/lib/provisioning/operations/change-service-password";
import { getService } from "@/lib/provisioning/operations/get-service";
import { listActions } from "@/lib/provisioning/operations/list-actions";
import { markDelivered } from "@/lib/provisioning/operations/mark-delivered";
import { retryService } from "@/lib/provisioning/operations/retry-service";
import { revealPassword } from "@/lib/provisioning/operations/reveal-password";
import { suspendService } from "@/lib/provisioning/operations/suspend-service";
import { terminateService } from "@/lib/provisioning/operations/terminate-service";
import { unsuspendService } from "@/lib/provisioning/operations/unsuspend-service";
import type { ServiceShown } from "@/lib/provisioning/schema";
import * as actions from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services");
  return { title: t("one") };
}

export default guardedPage(getService, async (page) => {
  const { params, search, read, may } = page;
  const { serviceId = "" } = params;
  const service = await read(getService, { serviceId });
  const [t, deeds, runs] = await Promise.all([
    getTranslations("services"),
    may(listActions) ? read(listActions, { serviceId, limit: 20 }) : { items: [] },
    recordRuns(page, serviceId),
  ]);
  const path = `/admin/services/${serviceId}`;
  const tab = may(listAuditEntries) && search.tab === "activity" ? "activity" : undefined;
  const isBusy = service.lastAction !== null && service.lastAction.endedAt === null;
  const { version, lastAction } = service;

  return (
    <PageLayout width="record">
      {isBusy && <LiveRefresh />}
      <PageHeader
        title={<bdi>{service.label}</bdi>}
        badge={<ServiceStatus status={service.status} />}
        facts={[
          <TextLink key="client" href={`/admin/clients/${service.clientId}`} tone="quiet">
            <bdi>{service.clientName}</bdi>
          </TextLink>,
          <ModuleName key="module" id={service.module} />,
          ...(service.hostName ? [<bdi key="host">{service.hostName}</bdi>] : []),
        ]}
        actions={
          <MessagesFor parts={["services"]}>
            <ServiceActions
              service={{ ...service, userName: service.access.userName ?? null, isBusy }}
              actions={{
                markDelivered: may(markDelivered) ? actions.markDeliveredAction : undefined,
                changePassword: may(changeServicePassword) ? actions.changeServicePasswordAction : undefined,
                suspend: may(suspendService) ? actions.suspendServiceAction : undefined,
                unsuspend: may(unsuspendService) ? actions.unsuspendServiceAction : undefined,
                terminate: may(terminateService) ? actions.terminateServiceAction : undefined,
              }}
            />
          </MessagesFor>
        }
      />
      <FailureNotice action={lastAction}>
        {may(retryService) && (
          <MessagesFor parts={["services"]}>
            <RetryButton serviceId={serviceId} version={version} action={actions.retryServiceAction} />
          </MessagesFor>
        )}
      </FailureNotice>
      {may(listAuditEntries) && (
        <NavTabs
          label={t("tabs.label")}
          current={tab ? `${path}?tab=${tab}` : path}
          tabs={[
            { href: path, label: t("tabs.overview") },
            { href: `${path}?tab=activity`, label: t("tabs.activity") },
          ]}
        />
      )}
      <RecordColumns
        side={
          <>
            <Facts service={service} />
            {runs && <RunsOfRecord subject={serviceId} runs={runs} />}
          </>
        }
      >
        {tab === "activity" ? (
          <Activity page={page} serviceId={serviceId} />
        ) : (
          <>
            <ProgressCard actions={deeds.items} />
            <AccessCard
              access={service.access}
              password={
                service.hasPassword &&
                may(revealPassword) && (
                  <MessagesFor parts={["services"]}>
                    <PasswordReveal serviceId={serviceId} action={actions.revealPasswordAction} />
                  </MessagesFor>
                )
              }
            />
            <RecordTimeline page={page} serviceId={serviceId} />
          </>
        )}
      </RecordColumns>
    </PageLayout>
  );
});

async function Facts({ service }: { service: ServiceShown }) {
  const [t, common] = await Promise.all([getTranslations("services.facts"), getTranslations("common")]);
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        <KeyValueList layout="stack">
          <KeyValue label={t("client")}>
            <TextLink href={`/admin/clients/${service.clientId}`}>
              <bdi>{service.clientName}</bdi>
            </TextLink>
          </KeyValue>
          <KeyValue label={t("module")}>
            <ModuleName id={service.module} />
          </KeyValue>
          {service.hostName && (
            <KeyValue label={t("hostName")}>
              <bdi>{service.hostName}</bdi>
            </KeyValue>
          )}
          <KeyValue label={t("asked")}>
            <DateTime value={service.createdAt} show="date-time" />
          </KeyValue>
          {service.deliveredAt && (
            <KeyValue label={t("delivered")}>
              <DateTime value={service.deliveredAt} show="date-time" />
            </KeyValue>
          )}
          <KeyValue label={t("id")}>
            <CopyableCode value={service.id} label={common("copy")} copiedLabel={common("copied")} />
          </KeyValue>
        </KeyValueList>
      </CardBody>
    </Card>
  );
}

async function RecordTimeline({ page, serviceId }: { page: Page; serviceId: string }) {
  const entries = await recordTimeline(page, serviceId);
  return entries && <TimelineCard entries={entries} marksStaffOnly />;
}

async function Activity({ page: { read }, serviceId }: { page: Page; serviceId: string }) {
  const [t, { items }] = await Promise.all([
    getTranslations("services"),
    read(listAuditEntries, { recordType: "service", recordId: serviceId, limit: 50 }),
  ]);
  return (
    <Card>
      <CardHeader title={t("history")} />
      <CardBody>
        <AuditTimeline entries={items} />
      </CardBody>
    </Card>
  );
}
