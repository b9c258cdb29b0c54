import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { ActorName, type AuditActor } from "./actor-name";
import { ChangeList } from "./change-list";
import { OperationName } from "./operation-name";

export type AuditLine = {
  id: string;
  sequence: bigint;
  at: Date;
  operation: string;
  actor: AuditActor;
  by: { name: string } | null;
  before: unknown;
  after: unknown;
};

/** What happened to a record, newest first; each line opens to before and after. */
export function AuditTimeline({ entries }: { entries: readonly AuditLine[] }) {
  const t = useTranslations("audit");
  if (entries.length === 0) return <p className="text-muted">{t("noHistory")}</p>;

  return (
    <ol className="grid">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b last:border-b-0">
          <details className="group py-2">
            <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded-sm [&::-webkit-details-marker]:hidden">
              <span className="font-medium group-open:underline group-open:decoration-border-strong group-open:underline-offset-3">
                <OperationName name={entry.operation} />
              </span>
              <span className="min-w-0 text-muted">
                <ActorName actor={entry.actor} by={entry.by} />
              </span>
              <span className="ms-auto text-subtle text-sm">
                <DateTime value={entry.at} show="date-time" />
              </span>
            </summary>
            <div className="pt-2">
              <ChangeList before={entry.before} after={entry.after} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
