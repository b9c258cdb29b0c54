import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { AttemptList } from "./attempt-list";
import { DurationText } from "./duration-text";
import type { Frame } from "./spans";
import { type AttemptLine, errorMessage, type StepLine } from "./step-line";
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
  // A step's error ends the function too: that is told once, at the step.
  const own = attempts.filter(({ error }) => !steps.some((step) => isSameError(step.error, error)));
  const frame: Frame = { from: createdAt.getTime(), to: end.getTime() };

  return (
    <>
      {steps.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{endedAt ? t("noneEnded") : t("none")}</p>
      ) : (
        <>
          <div className="hidden px-4 pb-1 text-sm text-subtle sm:block sm:ps-72 sm:pe-30">
            <p dir="ltr" className="flex justify-between">
              <DateTime value={createdAt} show="time" />
              <DurationText from={createdAt} to={end} />
            </p>
          </div>
          <ol className="border-t">
            {steps.map((step) => (
              <StepRow key={step.id} step={step} frame={frame} />
            ))}
          </ol>
        </>
      )}
      {own.length > 0 && (
        <div className="grid gap-1.5 border-t px-4 py-3">
          <p className="font-medium">{t("ofFunction")}</p>
          <AttemptList attempts={own} />
        </div>
      )}
    </>
  );
}

function isSameError(some: unknown, other: unknown): boolean {
  return errorMessage(some) !== undefined && errorMessage(some) === errorMessage(other);
}
