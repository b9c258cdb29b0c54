"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { toast } from "@/components/ui/toast";

export type ShownHost = {
  host: string;
  isPrimary: boolean;
  isProved: boolean;
  lastCheckedAt: Date | null;
  lastProblem: "no_record" | "other_value" | "unreachable" | "taken" | null;
  record: { type: string; name: string; value: string };
};

interface HostCardProps {
  host: ShownHost;
  actions: { check: FormAction<unknown>; choose: FormAction<unknown>; remove: FormAction<unknown> };
}

const refreshMs = 2_000;
const patienceMs = 20_000;

/** A host with what is left to do for it. After "check now" the page looks for the outcome by itself for a while. */
export function HostCard({
  host: { host, isPrimary, isProved, lastCheckedAt, lastProblem, record },
  actions,
}: HostCardProps) {
  const t = useTranslations("settings.hosts");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  const checked = lastCheckedAt?.getTime() ?? 0;
  const [waiting, setWaiting] = useState<{ since: number; checkedBefore: number }>();
  const isWaiting = waiting !== undefined && waiting.checkedBefore === checked && !isProved;

  useEffect(() => {
    if (!isWaiting || waiting === undefined) return;
    const timer = setInterval(() => {
      if (Date.now() - waiting.since > patienceMs) setWaiting(undefined);
      else router.refresh();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [isWaiting, waiting, router]);

  async function act(action: FormAction<unknown>, done?: string) {
    const { error } = await runAction(action, { host });
    if (error) return text.refusal(error);
    if (done) toast.success(done);
    router.refresh();
  }

  async function check() {
    setWaiting({ since: Date.now(), checkedBefore: checked });
    const problem = await act(actions.check);
    if (problem) toast.error(problem);
  }

  return (
    <Card>
      <CardBody className="grid gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <h2 dir="ltr" className="min-w-0 truncate font-medium text-base">
            {host}
          </h2>
          <Badge tone={isProved ? "positive" : "warning"}>{t(isProved ? "proved" : "waiting")}</Badge>
          {isPrimary && <Badge tone="info">{t("primary")}</Badge>}
          <span className="ms-auto flex gap-2">
            {isProved && !isPrimary && (
              <Button size="sm" onClick={() => act(actions.choose, t("chosen"))}>
                {t("choose")}
              </Button>
            )}
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="ghost" aria-label={t("remove.labelOf", { host })}>
                  {t("remove.label")}
                </Button>
              }
              title={t("remove.title", { host })}
              confirmLabel={t("remove.label")}
              cancelLabel={common("cancel")}
              onConfirm={() => act(actions.remove, t("remove.done"))}
            >
              {t(isPrimary ? "remove.primaryText" : "remove.text")}
            </ConfirmDialog>
          </span>
        </div>
        {!isProved && (
          <>
            <p className="text-muted">{t("instructions")}</p>
            <KeyValueList layout="stack">
              <KeyValue label={t("record.type")}>{record.type}</KeyValue>
              <KeyValue label={t("record.name")}>
                <CopyableCode value={record.name} label={common("copy")} copiedLabel={common("copied")} />
              </KeyValue>
              <KeyValue label={t("record.value")}>
                <CopyableCode value={record.value} label={common("copy")} copiedLabel={common("copied")} />
              </KeyValue>
            </KeyValueList>
            <div className="flex flex-wrap items-center gap-3">
              <Button size="sm" pending={isWaiting} onClick={check}>
                {t("check")}
              </Button>
              <p aria-live="polite" className="text-muted text-sm">
                {lastProblem && !isWaiting && `${t(`problems.${lastProblem}`)} `}
                {lastCheckedAt && <DateTime value={lastCheckedAt} show="date-time" />}
              </p>
            </div>
          </>
        )}
      </CardBody>
    </Card>
  );
}
