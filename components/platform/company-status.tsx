import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Tones } from "@/lib/ui/tone";

export type CompanyState = "ACTIVE" | "SUSPENDED";

const companyTones: Tones<CompanyState> = { ACTIVE: "positive", SUSPENDED: "warning" };

export function CompanyStatus({ status, look }: { status: CompanyState; look?: "soft" | "plain" }) {
  const t = useTranslations("platform.status");
  return <StatusBadge status={status} tones={companyTones} label={t(status)} look={look} />;
}
