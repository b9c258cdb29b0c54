import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { CatalogStatus as Status } from "@/lib/catalog/rules/offer";
import { catalogTones } from "./catalog-tones";

export function CatalogStatus({ status, look }: { status: Status; look?: "soft" | "plain" }) {
  const t = useTranslations("catalog.status");
  return <StatusBadge status={status} tones={catalogTones} label={t(status)} look={look} />;
}
