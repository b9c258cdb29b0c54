import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { TextLink } from "@/components/ui/text-link";
import { SubjectName } from "./subject-name";

interface RunFactsProps {
  run: {
    id: string;
    functionId: string;
    functionName: string;
    eventName: string;
    subject: string | null;
    isOfInstallation: boolean;
    retries: number;
    createdAt: Date;
    startedAt: Date | null;
    endedAt: Date | null;
    repeatsId: string | null;
    repeatedById: string | null;
    parentRunId: string | null;
  };
}

/** Facts of a run, with the runs and the record that it is related to. */
export function RunFacts({ run }: RunFactsProps) {
  const t = useTranslations("durable.facts");
  const common = useTranslations("common");
  const related = [
    { label: t("repeats"), id: run.repeatsId },
    { label: t("repeatedBy"), id: run.repeatedById },
    { label: t("parent"), id: run.parentRunId },
  ];
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        <KeyValueList layout="stack">
          <KeyValue label={t("about")}>
            <SubjectName run={run} />
          </KeyValue>
          <KeyValue label={t("function")}>
            <TextLink href={`/admin/durable?${new URLSearchParams({ functionId: run.functionId })}`}>
              <bdi>{run.functionName}</bdi>
            </TextLink>
          </KeyValue>
          {related.map(
            ({ label, id }) =>
              id && (
                <KeyValue key={label} label={label}>
                  <TextLink href={`/admin/durable/${id}`}>{t("otherRun")}</TextLink>
                </KeyValue>
              ),
          )}
          <KeyValue label={t("created")}>
            <DateTime value={run.createdAt} show="date-time" />
          </KeyValue>
          <KeyValue label={t("started")}>
            {run.startedAt ? <DateTime value={run.startedAt} show="date-time" /> : t("nothingYet")}
          </KeyValue>
          <KeyValue label={t("ended")}>
            {run.endedAt ? <DateTime value={run.endedAt} show="date-time" /> : t("nothingYet")}
          </KeyValue>
          {run.retries > 0 && (
            <KeyValue label={t("retries")}>{t("retriesCount", { count: run.retries })}</KeyValue>
          )}
          <KeyValue label={t("id")}>
            <CopyableCode value={run.id} label={common("copy")} copiedLabel={common("copied")} />
          </KeyValue>
        </KeyValueList>
      </CardBody>
    </Card>
  );
}
