import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import type { ReferenceDomain } from "@/lib/doors/openapi/reference";

/** What is on the page, by domain. Stays in view beside it where there is room. */
export async function Contents({ domains }: { domains: readonly ReferenceDomain[] }) {
  const t = await getTranslations("apiReference");
  return (
    <nav
      aria-label={t("contents")}
      className="grid content-start gap-4 text-sm lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
    >
      {domains.map(({ name, operations }) => (
        <div key={name} className="grid gap-1">
          <TextLink tone="quiet" href={`#${name}`} className="font-medium capitalize">
            {name}
          </TextLink>
          <ul className="grid gap-1 border-s ps-3">
            {operations.map((operation) => (
              <li key={operation.name}>
                <TextLink tone="quiet" href={`#${operation.name}`} className="text-muted">
                  {operation.summary}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="grid gap-1">
        <TextLink tone="quiet" href="#problems" className="font-medium">
          {t("problems.title")}
        </TextLink>
        <TextLink tone="quiet" href="#schemas" className="font-medium">
          {t("schemas")}
        </TextLink>
      </div>
    </nav>
  );
}
