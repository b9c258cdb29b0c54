import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PaymentStatus as Status } from "@/lib/payments/rules/status";
import type { Tones } from "@/lib/ui/tone";

const tones: Tones<Status> = {
  PENDING: "info",
  UNKNOWN: "warning",
  REQUIRES_ACTION: "warning",
  PROCESSING: "info",
  CANCELLED: "neutral",
  FAILED: "danger",
  SUCCEEDED: "positive",
};

export function PaymentStatus({ status, look }: { status: Status; look?: "soft" | "plain" }) {
  const t = useTranslations("payments.status");
  return <StatusBadge status={status} tones={tones} label={t(status)} look={look} />;
}
