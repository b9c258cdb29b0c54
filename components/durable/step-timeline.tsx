import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { AttemptList } from "./attempt-list";
import type { Frame } from "./spans";
import type { AttemptLine, StepLine } from "./step-line";
import { StepRow } from "./step-row";

interface StepTimelineProps {
  run: {
    createdAt: Date;
    endedAt: Date | null;
    asOf: Date;
    steps: StepLine[];
    /** Failed attempts at the function itself. */
    attempts: AttemptLine[];
  };
}

/** The steps of a run over the time that it took, from its event to its end, or to now. */
export function StepTimeline({ run }: StepTimelineProps) {
  const t = useTranslations("durable.steps");
  const { createdAt, endedAt, asOf, steps, attempts } = run;
  const end = endedAt ?? asOf;
  const frame: Frame = { from: createdAt.getTime(), to: end.getTime() };

  return (
    <>
      {steps.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{endedAt ? t("noneEnded") : t("none")}</p>
      ) : (
        <>
          <p
            dir="ltr"
            className="ms-auto hidden justify-between px-4 pb-1 text-sm text-subtle sm:flex sm:ps-72 sm:pe-30"
          >
            <DateTime value={createdAt} show="time" />
            <DateTime value={end} show="time" />
          </p>
          <ol className="border-t">
            {steps.map((step) => (
              <StepRow key={step.id} step={step} frame={frame} />
            ))}
          </ol>
        </>
      )}
      {attempts.length > 0 && (
        <div className="grid gap-1.5 border-t px-4 py-3">
          <p className="font-medium">{t("ofFunction")}</p>
          <AttemptList attempts={attempts} />
        </div>
      )}
    </>
  );
}
