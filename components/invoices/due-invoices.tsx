import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { MoneyAmount } from "@/components/ui/money-amount";
import { TextLink } from "@/components/ui/text-link";
import type { InvoiceStatus as Status } from "@/lib/billing/rules/status";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { InvoiceStatus } from "./invoice-status";

type Due = {
  id: string;
  number: string | null;
  status: Status;
  isOverdue: boolean;
  due: { minor: bigint; currency: string };
  dueOn: CalendarDate | null;
};

/** What a client has to pay, the oldest first, each with one button. */
export function DueInvoices({ invoices }: { invoices: readonly Due[] }) {
  const t = useTranslations("invoices.toPay");
  return (
    <section aria-labelledby="due-invoices" className="grid gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="due-invoices" className="font-semibold">
          {t("title")}
        </h2>
        <TextLink href="/portal/invoices">{t("all")}</TextLink>
      </div>
      <Card>
        <ul className="divide-y">
          {invoices.map((invoice) => (
            <li key={invoice.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
              <div className="grid gap-0.5">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <MoneyAmount amount={invoice.due} className="font-semibold text-lg" />
                  {invoice.isOverdue && <InvoiceStatus status={invoice.status} isOverdue />}
                </p>
                <p className="text-muted text-sm">
                  <bdi className="tabular">{invoice.number}</bdi>
                  {invoice.dueOn && (
                    <>
                      {" · "}
                      {t("on")} <DateTime value={invoice.dueOn} />
                    </>
                  )}
                </p>
              </div>
              <ButtonLink variant="primary" href={`/portal/invoices/${invoice.id}`}>
                {t("pay", { number: invoice.number ?? "" })}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
