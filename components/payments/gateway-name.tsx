import { useTranslations } from "next-intl";

/** A gateway, or how money came without one, by its id. One that nobody translated is called by the id. */
export function GatewayName({ id }: { id: string }) {
  const t = useTranslations("payments.gateways");
  return t.has(id as "cash") ? t(id as "cash") : <bdi>{id}</bdi>;
}
