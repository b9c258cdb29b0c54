import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ClientStatus as Status } from "@/lib/clients/rules/status";
import { clientTones } from "./client-tones";

export function ClientStatus({ status, look }: { status: Status; look?: "soft" | "plain" }) {
  const t = useTranslations("clients.status");
  return <StatusBadge status={status} tones={clientTones} label={t(status)} look={look} />;
}
