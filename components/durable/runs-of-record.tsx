import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import type { RunState as State } from "@/lib/durable/rules/state";
import { RunState } from "./run-state";

interface RunsOfRecordProps {
  /** The record's id, as events name it. */
  subject: string;
  /** The latest runs about it. */
  runs: readonly {
    id: string;
    functionName: string;
    state: State;
    isCancelling: boolean;
    createdAt: Date;
  }[];
}

/** What durable work did for a record, with the way to all of it: a card for the side of its page. */
export function RunsOfRecord({ subject, runs }: RunsOfRecordProps) {
  const t = useTranslations("durable.ofRecord");
  const all = `/admin/durable?${new URLSearchParams({ subject })}`;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        actions={runs.length > 0 && <TextLink href={all}>{t("all")}</TextLink>}
      />
      <CardBody>
        {runs.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <ul className="grid gap-3">
            {runs.map((run) => (
              <li key={run.id} className="grid gap-0.5">
                <TextLink href={`/admin/durable/${run.id}`} tone="quiet" className="truncate font-medium">
                  <bdi>{run.functionName}</bdi>
                </TextLink>
                <span className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-subtle">
                  <RunState run={run} look="plain" />
                  <DateTime value={run.createdAt} show="date-time" />
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
