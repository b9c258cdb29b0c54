import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import { ActorName } from "./actor-name";
import type { AuditLine } from "./audit-timeline";
import { ChangeList } from "./change-list";
import { OperationName } from "./operation-name";
import { RecordName } from "./record-name";

type Entry = AuditLine & {
  address: string | null;
  requestId: string | null;
  recordType: string | null;
  recordId: string | null;
};

/** Where records of a kind have their page. */
const pages: Record<string, (id: string) => string> = {
  client: (id) => `/admin/clients/${id}`,
  company: (id) => `/admin/platform/companies/${id}`,
  entry: (id) => `/admin/ledger/entries/${id}`,
  invoice: (id) => `/admin/invoices/${id}`,
  message: (id) => `/admin/mail/${id}`,
  order: (id) => `/admin/orders/${id}`,
  payment: (id) => `/admin/payments/${id}`,
  product: (id) => `/admin/products/${id}`,
  service: (id) => `/admin/services/${id}`,
};

/** The log, newest first. Rows open in place: a table of records would tear entry and content apart. */
export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  const t = useTranslations("audit");
  return (
    <ol aria-label={t("title")}>
      {entries.map((entry) => (
        <li key={entry.id} className="border-b last:border-b-0">
          <details className="group">
            <summary className="grid cursor-pointer list-none grid-cols-[1rem_minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-0.5 rounded-sm px-4 py-2.5 hover:bg-surface-muted/60 sm:grid-cols-[1rem_minmax(0,2fr)_minmax(0,1fr)_auto] [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden="true"
                className="size-4 self-center text-subtle transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:rotate-90"
              />
              <span className="truncate font-medium">
                <OperationName name={entry.operation} />
                <RecordName record={entry.after ?? entry.before} />
              </span>
              <span className="min-w-0 text-muted max-sm:col-start-2 max-sm:row-start-2">
                <ActorName actor={entry.actor} by={entry.by} />
              </span>
              <span className="text-subtle text-sm">
                <DateTime value={entry.at} show="date-time" />
              </span>
            </summary>
            <div className="grid gap-3 px-4 pt-1 pb-4 sm:ps-11">
              <Facts entry={entry} />
              <ChangeList before={entry.before} after={entry.after} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const t = useTranslations("audit");
  const href = entry.recordType && entry.recordId ? pages[entry.recordType]?.(entry.recordId) : undefined;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
      <span className="tabular">{t("entryNumber", { number: entry.sequence.toString() })}</span>
      {entry.address && <span>{t("from", { address: entry.address })}</span>}
      {href && <TextLink href={href}>{t("openRecord")}</TextLink>}
      {entry.recordId && (
        <TextLink href={`/admin/audit?recordId=${entry.recordId}`}>{t("onlyRecord")}</TextLink>
      )}
      <TextLink href={`/admin/audit?operation=${entry.operation}`}>{t("onlyAction")}</TextLink>
    </p>
  );
}
