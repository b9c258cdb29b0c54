import { Check, CircleDashed, CircleEllipsis, CircleHelp, LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ServiceActionShown } from "@/lib/provisioning/schema";
import { cn } from "@/lib/ui/cn";
import { type StepState, stepStates } from "./step-states";

const looks: Record<StepState, { icon: typeof Check; ink: string; text: string }> = {
  done: { icon: Check, ink: "text-positive", text: "" },
  current: { icon: LoaderCircle, ink: "text-info motion-safe:animate-spin", text: "font-medium" },
  waiting: { icon: CircleEllipsis, ink: "text-warning", text: "font-medium" },
  unknown: { icon: CircleHelp, ink: "text-warning", text: "font-medium" },
  failed: { icon: X, ink: "text-danger", text: "font-medium" },
  open: { icon: CircleDashed, ink: "text-subtle", text: "text-muted" },
};

/** The steps of a deed, one below the other, with where each stands. */
export function StepList({ action }: { action: ServiceActionShown }) {
  const t = useTranslations("services.progress");
  return (
    <ol className="grid gap-2.5">
      {stepStates(action).map(({ step, state }) => {
        const { icon: Icon, ink, text } = looks[state];
        const isPresent = step === action.step && state !== "done";
        return (
          <li key={step} className="flex items-start gap-2.5">
            <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", ink)} />
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
              <span className={text}>{t(`steps.${step}`)}</span>
              <span className="text-sm text-subtle">
                {t(`state.${state}`)}
                {isPresent && action.attempts > 1 && (
                  <span className="tabular">, {t("attempt", { count: action.attempts })}</span>
                )}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
