import { useTranslations } from "next-intl";

/** What a module is called; its id where the messages do not know it. */
export function ModuleName({ id }: { id: string }) {
  const t = useTranslations("services.modules");
  return <bdi>{t.has(id as "manual") ? t(id as "manual") : id}</bdi>;
}
