import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { ServiceShown } from "@/lib/provisioning/schema";
import { ServiceCard } from "./service-card";

/** The newest services on the client's first page, with the way to all of them. */
export function OwnServices({ services }: { services: readonly ServiceShown[] }) {
  const t = useTranslations("services.portal");
  return (
    <section aria-labelledby="own-services" className="grid gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="own-services" className="font-semibold">
          {t("title")}
        </h2>
        <TextLink href="/portal/services">{t("all")}</TextLink>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {services.map((service) => (
          <ServiceCard key={service.id} service={service} />
        ))}
      </div>
    </section>
  );
}
