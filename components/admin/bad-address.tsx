import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** In the place of a list whose address asks for something that does not exist. */
export function BadAddress({ href }: { href: string }) {
  const t = useTranslations("states.badAddress");
  return (
    <EmptyState title={t("title")} icon={<SearchX />} action={<ButtonLink href={href}>{t("action")}</ButtonLink>}>
      {t("text")}
    </EmptyState>
  );
}
