import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { RunState } from "@/lib/durable/rules/state";

interface RunNoticesProps {
  run: { state: RunState; isCancelling: boolean; isFunctionGone: boolean; error: string | null };
}

/** What to know before going on: why it failed, that it is being cancelled, that nothing can carry it out. */
export function RunNotices({ run: { state, isCancelling, isFunctionGone, error } }: RunNoticesProps) {
  const t = useTranslations("durable.problem");
  return (
    <>
      {isCancelling && (
        <Notice tone="warning" title={t("cancelling")}>
          {t("cancellingText")}
        </Notice>
      )}
      {error !== null && (state === "failed" || state === "cancelled") && (
        <Notice tone={state === "failed" ? "danger" : "neutral"} title={t(state)}>
          <bdi className="wrap-anywhere whitespace-pre-line">{error}</bdi>
        </Notice>
      )}
      {isFunctionGone && <Notice tone="warning">{t("gone")}</Notice>}
    </>
  );
}
