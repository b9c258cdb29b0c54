import { Braces, Hourglass, type LucideIcon, MoonStar, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import { cn } from "@/lib/ui/cn";
import { AttemptList } from "./attempt-list";
import { DurationText } from "./duration-text";
import { JsonBlock } from "./json-block";
import { type Frame, spansOf } from "./spans";
import { errorMessage, type StepLine } from "./step-line";
import { TimeTrack } from "./time-track";

const icons: Record<StepLine["kind"], LucideIcon> = {
  run: Play,
  sleep: MoonStar,
  wait: Hourglass,
  invoke: Braces,
};

interface StepRowProps {
  step: StepLine;
  frame: Frame;
}

/** A step in one line with its share of the time; it opens to what went in, what came out, and each attempt. */
export function StepRow({ step, frame }: StepRowProps) {
  const t = useTranslations("durable.steps");
  const Icon = icons[step.kind];
  const failure =
    errorMessage(step.error) ?? errorMessage(step.attempts.findLast(({ error }) => error)?.error);
  const isTrouble = step.state === "failed" || (step.state === "open" && failure !== undefined);
  const hasData = [step.input, step.output, step.error].some((value) => value !== null);

  return (
    <li className="border-t first:border-t-0">
      <details className="group">
        <summary className="grid cursor-pointer list-none items-center gap-x-4 gap-y-1.5 px-4 py-2.5 hover:bg-surface-muted/60 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_5.5rem] [&::-webkit-details-marker]:hidden">
          <span className="flex min-w-0 items-center gap-2">
            <Icon aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
            <span className="sr-only">{t(`kind.${step.kind}`)}</span>
            <bdi className="line-clamp-2 wrap-anywhere font-medium group-open:underline group-open:decoration-border-strong group-open:underline-offset-3">
              {step.name}
            </bdi>
            <span
              className={cn(
                "ms-auto shrink-0 text-sm",
                step.state === "failed" ? "text-danger" : "text-subtle",
              )}
            >
              {t(`state.${step.state}`)}
            </span>
          </span>
          <TimeTrack spans={spansOf(step, frame)} />
          <span className="text-end text-muted text-sm max-sm:text-start">
            <DurationText from={step.startedAt} to={step.endedAt ?? new Date(frame.to)} />
          </span>
        </summary>
        <div className="grid gap-4 px-4 pt-1 pb-4">
          <Paused step={step} />
          {step.attempts.length > 0 && <AttemptList attempts={step.attempts} />}
          {step.input !== null && <JsonBlock label={t("input")} value={step.input} />}
          {step.output !== null && <JsonBlock label={t("output")} value={step.output} />}
          {step.error !== null && <JsonBlock label={t("error")} value={step.error} />}
          {!hasData && step.kind === "run" && step.state === "done" && (
            <p className="text-subtle text-sm">{t("noData")}</p>
          )}
        </div>
      </details>
      {isTrouble && failure && (
        <p className="wrap-anywhere -mt-1 px-4 pb-2.5 text-danger text-sm">
          <bdi>{failure}</bdi>
        </p>
      )}
    </li>
  );
}

/** What a step waits for, and until when. */
function Paused({ step: { kind, state, dueAt, awaitedEvent, invokedRunId } }: { step: StepLine }) {
  const t = useTranslations("durable.steps");
  const isOpen = state === "open";
  if (invokedRunId !== null) {
    return (
      <p>
        <TextLink href={`/admin/durable/${invokedRunId}`}>{t("openInvoked")}</TextLink>
      </p>
    );
  }
  if (dueAt === null || (kind !== "sleep" && kind !== "wait")) return null;
  const said =
    kind === "sleep"
      ? t(isOpen ? "sleepsUntil" : "sleptUntil")
      : t(isOpen ? "waitsFor" : "waitedFor", { event: awaitedEvent ?? "–" });
  return (
    <p className="text-muted">
      <span className="first-letter:uppercase">{said}</span> <DateTime value={dueAt} show="date-time" />
    </p>
  );
}
