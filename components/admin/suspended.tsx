import { CirclePause } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** In the place of every page of a company that is suspended: to its clients and staff alike, and without its reason. */
export function Suspended() {
  const t = useTranslations("states.suspended");
  return (
    <EmptyState icon={<CirclePause />} title={<h1>{t("title")}</h1>} className="min-h-[60dvh] justify-center">
      {t("text")}
    </EmptyState>
  );
}
