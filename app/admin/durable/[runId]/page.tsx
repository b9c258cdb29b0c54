import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { DurationText } from "@/components/durable/duration-text";
import { RunsElsewhere } from "@/components/durable/elsewhere";
import { JsonBlock } from "@/components/durable/json-block";
import { LiveRefresh } from "@/components/durable/live-refresh";
import { RunActions } from "@/components/durable/run-actions";
import { RunFacts } from "@/components/durable/run-facts";
import { RunNotices } from "@/components/durable/run-notices";
import { RunState } from "@/components/durable/run-state";
import { StepTimeline } from "@/components/durable/step-timeline";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { cancelRun } from "@/lib/durable/operations/cancel-run";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { getRun } from "@/lib/durable/operations/get-run";
import { repeatRun } from "@/lib/durable/operations/repeat-run";
import { retryRun } from "@/lib/durable/operations/retry-run";
import { cancelRunAction, repeatRunAction, retryRunAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("durable");
  return { title: t("one") };
}

export default guardedPage(getRun, async ({ params, read, may }) => {
  const { runId = "" } = params;
  const queue = await read(getQueue, {});
  if (queue.place === "elsewhere") return <RunsElsewhere dashboardUrl={queue.dashboardUrl} />;

  const run = await read(getRun, { runId });
  const [t, history] = await Promise.all([
    getTranslations("durable"),
    may(listAuditEntries)
      ? read(listAuditEntries, { recordType: "run", recordId: runId, limit: 20 })
      : undefined,
  ]);

  return (
    <PageLayout width="record">
      {run.endedAt === null && <LiveRefresh />}
      <PageHeader
        title={<bdi>{run.functionName}</bdi>}
        badge={<RunState run={run} />}
        facts={[
          <Code key="event">{run.eventName}</Code>,
          <DateTime key="begun" value={run.createdAt} show="date-time" />,
          <DurationText key="took" from={run.createdAt} to={run.endedAt ?? run.asOf} />,
        ]}
        actions={
          <RunActions
            run={run}
            actions={{
              ...(may(retryRun) && { retry: retryRunAction }),
              ...(may(cancelRun) && { cancel: cancelRunAction }),
              ...(may(repeatRun) && { repeat: repeatRunAction }),
            }}
          />
        }
      />
      <RunNotices run={run} />
      <RecordColumns side={<RunFacts run={run} />}>
        <Card>
          <CardHeader title={t("steps.title")} />
          <StepTimeline run={run} />
        </Card>
        <Card>
          <CardHeader title={t("payload.event")} description={t("payload.masked")} />
          <CardBody className="grid gap-4">
            <JsonBlock label={run.eventName} value={run.event.payload} />
            {run.output !== null && <JsonBlock label={t("payload.output")} value={run.output} />}
            {run.errorDetails !== null && <JsonBlock label={t("problem.details")} value={run.errorDetails} />}
          </CardBody>
        </Card>
        {history && history.items.length > 0 && (
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
