import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { recordTimeline } from "@/app/record-timeline";
import { LiveRefresh } from "@/components/durable/live-refresh";
import { MessagesFor } from "@/components/i18n/messages-for";
import { AccessCard } from "@/components/services/access-card";
import { PasswordReveal } from "@/components/services/password-reveal";
import { ServiceActions } from "@/components/services/service-actions";
import { ServiceStatus } from "@/components/services/service-status";
import { PageLayout } from "@/components/shell/page-layout";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { DateTime } from "@/components/ui/date-time";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { changeServicePassword } from "@/lib/provisioning/operations/change-service-password";
import { getService } from "@/lib/provisioning/operations/get-service";
import { revealPassword } from "@/lib/provisioning/operations/reveal-password";
import { canService } from "@/lib/provisioning/rules/status";
import { changeOwnServicePasswordAction, revealOwnPasswordAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("services");
  return { title: t("one") };
}

export default guardedPage(
  getService,
  async (page) => {
    const { serviceId = "" } = page.params;
    const service = await page.read(getService, { serviceId });
    const [t, timeline] = await Promise.all([
      getTranslations("services.portal"),
      recordTimeline(page, serviceId),
    ]);
    const { status, lastAction, deliveredAt } = service;
    const isBusy = lastAction !== null && lastAction.endedAt === null;
    const showsAccess = Object.keys(service.access).length > 0 && status !== "TERMINATED";
    const mayReveal = service.hasPassword && canService("reveal", status) && page.may(revealPassword);

    return (
      <PageLayout width="form">
        {isBusy && <LiveRefresh />}
        <PageHeader
          title={<bdi>{service.label}</bdi>}
          badge={<ServiceStatus status={status} />}
          facts={[
            ...(service.hostName ? [<bdi key="host">{service.hostName}</bdi>] : []),
            ...(deliveredAt
              ? [
                  <span key="since">
                    {t("since")} <DateTime value={deliveredAt} />
                  </span>,
                ]
              : []),
          ]}
          actions={
            <MessagesFor parts={["services"]}>
              <ServiceActions
                service={{ ...service, userName: service.access.userName ?? null, isBusy }}
                actions={{
                  changePassword: page.may(changeServicePassword)
                    ? changeOwnServicePasswordAction
                    : undefined,
                }}
              />
            </MessagesFor>
          }
        />
        {status !== "ACTIVE" && (
          <Notice tone={status === "SUSPENDED" ? "warning" : "info"} live="status">
            {t(status)}
          </Notice>
        )}
        {showsAccess && (
          <AccessCard
            access={service.access}
            password={
              mayReveal && (
                <MessagesFor parts={["services"]}>
                  <PasswordReveal serviceId={serviceId} action={revealOwnPasswordAction} />
                </MessagesFor>
              )
            }
          />
        )}
        {timeline && <TimelineCard entries={timeline} />}
      </PageLayout>
    );
  },
  { audience: "client" },
);
