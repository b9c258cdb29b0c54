import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** In the place of a page that the person may not see: why, and who can change it. */
export function RefusedPage({ isStaff }: { isStaff: boolean }) {
  const t = useTranslations("states.refused");
  return (
    <EmptyState
      title={<h1>{t("title")}</h1>}
      icon={<Lock />}
      action={<ButtonLink href={isStaff ? "/admin" : "/portal"}>{t("action")}</ButtonLink>}
    >
      {t(isStaff ? "staff" : "client")}
    </EmptyState>
  );
}
