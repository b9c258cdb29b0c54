import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import type { ReferenceDomain } from "@/lib/doors/openapi/reference";

/** The parts of the reference. Stays in view beside them where there is room. */
export async function Contents({ path, domains }: { path: string; domains: readonly ReferenceDomain[] }) {
  const t = await getTranslations("apiReference");
  return (
    <nav aria-label={t("contents")} className="lg:sticky lg:top-20 lg:self-start">
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5 lg:grid">
        <li>
          <TextLink tone="quiet" href={path}>
            {t("overview")}
          </TextLink>
        </li>
        {domains.map(({ name }) => (
          <li key={name}>
            <TextLink tone="quiet" href={`${path}?part=${name}`} className="capitalize">
              {name}
            </TextLink>
          </li>
        ))}
        <li>
          <TextLink tone="quiet" href={`${path}?part=schemas`}>
            {t("schemas")}
          </TextLink>
        </li>
      </ul>
    </nav>
  );
}
