import { useTranslations } from "next-intl";

/** A role in words: the built-in ones are translated, those of the company have the name that it gave. */
export function RoleName({ role, name }: { role: string; name?: string | null }) {
  const t = useTranslations("people.roles");
  if (name) return <bdi>{name}</bdi>;
  return t.has(role as never) ? t(role as never) : t("gone");
}
