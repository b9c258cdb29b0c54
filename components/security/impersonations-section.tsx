import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";

interface ImpersonationsSectionProps {
  items: readonly { id: string; byName: string; reason: string; startedAt: Date; endedAt: Date }[];
}

/** Who of the company acted in the person's name, when and why. */
export function ImpersonationsSection({ items }: ImpersonationsSectionProps) {
  const t = useTranslations("security.impersonations");
  return (
    <Card aria-labelledby="security-impersonations">
      <CardHeader id="security-impersonations" title={t("title")} description={t("description")} />
      <ul className="divide-y">
        {items.map(({ id, byName, reason, startedAt, endedAt }) => (
          <li key={id} className="grid gap-0.5 px-4 py-3">
            <p className="font-medium">
              <bdi>{byName}</bdi>
            </p>
            <p className="wrap-anywhere">
              <bdi>{reason}</bdi>
            </p>
            <p className="text-muted text-sm">
              <DateTime value={startedAt} show="date-time" />
              <span className="mx-1.5 text-subtle">·</span>
              {t("minutes", { count: minutesBetween(startedAt, endedAt) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** At least one: what took seconds did happen. */
function minutesBetween(from: Date, to: Date): number {
  return Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
}
