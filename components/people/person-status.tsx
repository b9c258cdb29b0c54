import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import { type PersonStatus, personTones } from "./types";

export function PersonState({ status, reason }: { status: PersonStatus; reason?: string | null }) {
  const t = useTranslations("people.status");
  return (
    <span title={reason ?? undefined}>
      <StatusBadge status={status} tones={personTones} label={t(status)} look="plain" />
    </span>
  );
}
