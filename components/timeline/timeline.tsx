import { useLocale, useTranslations } from "next-intl";
import { ActorName, type AuditActor } from "@/components/audit/actor-name";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import type { Fact } from "@/lib/timeline/rules/facts";
import type { FactData } from "@/lib/timeline/schema";
import { cn } from "@/lib/ui/cn";
import type { Tone } from "@/lib/ui/tone";
import { factTones } from "./fact-tones";
import { factValues } from "./fact-values";

export type TimelineLine = {
  id: string;
  at: Date;
  actor: { kind: string; id: string | null; name: string };
  what: Fact;
  data: FactData;
  isPublic: boolean;
};

interface TimelineProps {
  /** Newest first, as `timeline.entry.list` gives them. */
  entries: readonly TimelineLine[];
  /** Marks what the client does not see: for staff. */
  marksStaffOnly?: boolean;
}

const dots: Record<Tone, string> = {
  neutral: "bg-neutral-solid",
  info: "bg-info-solid",
  positive: "bg-positive-solid",
  warning: "bg-warning-solid",
  danger: "bg-danger-solid",
};

/** What happened to a record, a sentence each: who, what, when. */
export function Timeline({ entries, marksStaffOnly = false }: TimelineProps) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  if (entries.length === 0) return <p className="text-muted">{t("empty")}</p>;

  const nameOf = (code: string) => {
    const key = `reasons.${code}` as "reasons.operator";
    return /^[a-z_]+$/.test(code) && t.has(key) ? t(key) : undefined;
  };
  return (
    <ol data-slot="timeline" className="grid">
      {entries.map(({ id, at, actor, what, data, isPublic }) => (
        <li key={id} className="group relative grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-3 pb-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute start-[calc(0.375rem-0.5px)] top-4 bottom-0 w-px bg-border group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={cn("mt-1.5 size-2 justify-self-center rounded-full", dots[factTones[what]])}
          />
          <div className="grid gap-0.5">
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              <span className="wrap-anywhere">
                {t(
                  `facts.${what}` as "facts.order_placed",
                  factValues(data, locale, nameOf) as { number: string },
                )}
              </span>
              {marksStaffOnly && !isPublic && (
                <Badge tone="neutral" dot={false} className="h-5">
                  {t("forStaff")}
                </Badge>
              )}
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-subtle">
              <ActorName actor={{ ...actor, kind: actor.kind as AuditActor["kind"] }} />
              <span aria-hidden="true">·</span>
              <DateTime value={at} show="date-time" />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
