import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { cn } from "@/lib/ui/cn";
import { DurationText } from "./duration-text";
import { type AttemptLine, errorMessage } from "./step-line";

/** Each attempt with when, how long, and what it came to. */
export function AttemptList({ attempts }: { attempts: readonly AttemptLine[] }) {
  const t = useTranslations("durable.steps");
  return (
    <ol className="grid gap-1">
      {attempts.map((attempt, index) => {
        const { number, state, dueAt, startedAt, endedAt, error } = attempt;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: attempts in their order; after a retry numbers begin again.
            key={index}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm"
          >
            <span className="tabular w-24 shrink-0">{t("attempt", { number })}</span>
            <span className={cn("shrink-0", state === "failed" ? "text-danger" : "text-muted")}>
              {t(`attemptState.${state}`)}
            </span>
            <span className="text-subtle">
              <DateTime value={startedAt ?? dueAt} show="date-time" />
            </span>
            {startedAt && endedAt && (
              <span className="text-subtle">
                <DurationText from={startedAt} to={endedAt} />
              </span>
            )}
            {errorMessage(error) && (
              <bdi className="wrap-anywhere w-full text-muted sm:w-auto">{errorMessage(error)}</bdi>
            )}
          </li>
        );
      })}
    </ol>
  );
}
