import { useTranslations } from "next-intl";
import { Figure } from "@/components/admin/figure";
import { DateTime } from "@/components/ui/date-time";
import { DurationText } from "./duration-text";

type Queue = Record<"queued" | "running" | "waiting" | "sleeping" | "failed", bigint> & {
  oldestDueAt: Date | null;
  asOf: Date;
};

/** How durable work stands: what is to be done, since when, what is paused, what has failed. */
export function QueueFigures({ queue, failedHref }: { queue: Queue; failedHref: string }) {
  const t = useTranslations("durable.figures");
  const { queued, running, waiting, sleeping, failed, oldestDueAt, asOf } = queue;
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-5 lg:grid-cols-4">
      <Figure label={t("due")} value={(queued + running).toString()}>
        {t("running", { count: Number(running) })}
      </Figure>
      <Figure
        label={t("oldest")}
        value={oldestDueAt ? <DurationText from={oldestDueAt} to={asOf} /> : t("none")}
      >
        {oldestDueAt ? (
          <>
            {t("since")} <DateTime value={oldestDueAt} show="date-time" />
          </>
        ) : (
          t("nothingDue")
        )}
      </Figure>
      <Figure label={t("paused")} value={(waiting + sleeping).toString()}>
        {t("pausedText", { waiting: Number(waiting), sleeping: Number(sleeping) })}
      </Figure>
      <Figure label={t("failed")} href={failedHref} value={failed.toString()}>
        {t("failedText")}
      </Figure>
    </div>
  );
}
