import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { OrderStatus as Status } from "@/lib/orders/rules/status";
import type { Tones } from "@/lib/ui/tone";

const tones: Tones<Status> = {
  PENDING: "info",
  HELD: "warning",
  ACTIVE: "positive",
  CANCELLED: "neutral",
  FRAUD: "danger",
};

export function OrderStatus({ status, look }: { status: Status; look?: "soft" | "plain" }) {
  const t = useTranslations("orders.status");
  return <StatusBadge status={status} tones={tones} label={t(status)} look={look} />;
}
