import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { InvoiceStatus as Status } from "@/lib/billing/rules/status";
import type { Tones } from "@/lib/ui/tone";

const tones: Tones<Status | "OVERDUE"> = {
  DRAFT: "neutral",
  ISSUED: "info",
  PARTLY_PAID: "warning",
  PAID: "positive",
  VOID: "neutral",
  OVERDUE: "danger",
};

interface InvoiceStatusProps {
  status: Status;
  /** Past its day: that is what people have to know first. */
  isOverdue: boolean;
  look?: "soft" | "plain";
}

export function InvoiceStatus({ status, isOverdue, look }: InvoiceStatusProps) {
  const t = useTranslations("invoices.status");
  const shown = isOverdue ? "OVERDUE" : status;
  return <StatusBadge status={shown} tones={tones} label={t(shown)} look={look} />;
}
