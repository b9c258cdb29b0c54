import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** In the place of what is not there, was never there, or belongs to somebody else: all the same to who asks. */
export function Missing({ homeHref }: { homeHref: string }) {
  const t = useTranslations("states.missing");
  return (
    <EmptyState
      icon={<SearchX />}
      title={<h1>{t("title")}</h1>}
      action={<ButtonLink href={homeHref}>{t("action")}</ButtonLink>}
      className="min-h-[60dvh] justify-center"
    >
      {t("text")}
    </EmptyState>
  );
}
