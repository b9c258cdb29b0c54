import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ServiceStatus as Status } from "@/lib/provisioning/rules/status";
import { serviceTones } from "./service-tones";

export function ServiceStatus({ status, look }: { status: Status; look?: "soft" | "plain" }) {
  const t = useTranslations("services.status");
  return <StatusBadge status={status} tones={serviceTones} label={t(status)} look={look} />;
}
