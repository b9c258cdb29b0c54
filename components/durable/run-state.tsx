import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { RunState as State } from "@/lib/durable/rules/state";
import { runTones } from "./run-tones";

interface RunStateProps {
  run: { state: State; isCancelling: boolean };
  look?: "soft" | "plain";
}

export function RunState({ run: { state, isCancelling }, look }: RunStateProps) {
  const t = useTranslations("durable.state");
  const shown = isCancelling ? "cancelling" : state;
  return <StatusBadge status={shown} tones={runTones} label={t(shown)} look={look} />;
}
