import { useLocale, useTranslations } from "next-intl";
import { Card, CardBody } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { Party } from "@/lib/billing/schema";
import type { Money } from "@/lib/core/money/money";
import { countryName } from "@/lib/i18n/countries";

type Line = {
  id: string;
  description: string;
  quantity: number;
  unit: Money;
  setup: Money;
  discount: Money;
  amount: Money;
  taxRate: string;
  periodStart: string | null;
  periodEnd: string | null;
};
type Tax = { name: string; category: string; rate: string; tax: Money };

interface InvoiceDocumentProps {
  invoice: {
    seller: Party | null;
    buyer: Party | null;
    isInclusive: boolean;
    lines: readonly Line[];
    taxes: readonly Tax[];
    net: Money;
    total: Money;
    paid: Money;
    due: Money;
  };
}

/** The invoice as a document: who to whom, what for, and how the total comes about. */
export function InvoiceDocument({ invoice }: InvoiceDocumentProps) {
  const t = useTranslations("invoices");
  const locale = useLocale();
  const percent = (rate: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(Number(rate));
  return (
    <Card>
      {invoice.seller && invoice.buyer && (
        <CardBody className="grid gap-6 pt-4 sm:grid-cols-2">
          <PartyBlock label={t("seller")} party={invoice.seller} locale={locale} />
          <PartyBlock label={t("buyer")} party={invoice.buyer} locale={locale} />
        </CardBody>
      )}
      <Table label={t("form.lines")}>
        <TableHead>
          <TableRow>
            <TableHeaderCell>{t("columns.description")}</TableHeaderCell>
            <TableHeaderCell numeric className="max-sm:hidden">
              {t("columns.quantity")}
            </TableHeaderCell>
            <TableHeaderCell numeric className="max-sm:hidden">
              {t("columns.unit")}
            </TableHeaderCell>
            <TableHeaderCell numeric className="max-sm:hidden">
              {t("columns.tax")}
            </TableHeaderCell>
            <TableHeaderCell numeric>{t("columns.amount")}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {invoice.lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell className="w-full whitespace-normal py-2">
                <bdi className="wrap-anywhere">{line.description}</bdi>
                {line.periodStart && line.periodEnd && (
                  <span className="block text-sm text-subtle">
                    <DateTime value={line.periodStart} /> – <DateTime value={dayBefore(line.periodEnd)} />
                  </span>
                )}
                {line.setup.minor !== 0n && (
                  <span className="block text-sm text-subtle">
                    {t("lineParts.setup")} <MoneyAmount amount={line.setup} />
                  </span>
                )}
                {line.discount.minor !== 0n && (
                  <span className="block text-sm text-subtle">
                    {t("lineParts.discount")}{" "}
                    <MoneyAmount amount={{ ...line.discount, minor: -line.discount.minor }} />
                  </span>
                )}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                {new Intl.NumberFormat(locale).format(line.quantity)}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                <MoneyAmount amount={line.unit} zero="full" />
              </TableCell>
              <TableCell numeric className="max-sm:hidden text-muted">
                {percent(line.taxRate)} %
              </TableCell>
              <TableCell numeric>
                <MoneyAmount amount={line.amount} zero="full" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <CardBody className="grid justify-items-end gap-4 border-t pt-4">
        <KeyValueList layout="summary" className="w-full sm:w-72">
          <KeyValue label={t("net")}>
            <MoneyAmount amount={invoice.net} zero="full" />
          </KeyValue>
          {invoice.taxes.map(({ name, rate, tax, category }) => (
            <KeyValue key={`${name} ${rate} ${category}`} label={t("taxLine", { name, rate: percent(rate) })}>
              <MoneyAmount amount={tax} zero="full" />
            </KeyValue>
          ))}
          <KeyValue label={<span className="font-semibold text-text">{t("total")}</span>}>
            <MoneyAmount amount={invoice.total} zero="full" className="font-semibold" />
          </KeyValue>
          {invoice.paid.minor > 0n && (
            <>
              <KeyValue label={t("paid")}>
                <MoneyAmount amount={invoice.paid} zero="full" />
              </KeyValue>
              <KeyValue label={t("due")}>
                <MoneyAmount amount={invoice.due} zero="full" />
              </KeyValue>
            </>
          )}
        </KeyValueList>
        {invoice.taxes.some(({ category }) => category === "AE") && (
          <p className="text-sm text-muted">{t("reverseCharge")}</p>
        )}
        {invoice.isInclusive && <p className="text-sm text-muted">{t("inclusive")}</p>}
      </CardBody>
    </Card>
  );
}

function PartyBlock({ label, party, locale }: { label: string; party: Party; locale: string }) {
  const { companyName, name, line1, line2, postalCode, city, country, taxNumber } = party;
  const lines = [companyName ?? name, companyName && companyName !== name ? name : null, line1, line2];
  const place = [postalCode, city].filter(Boolean).join(" ");
  return (
    <div className="grid content-start gap-1">
      <p className="text-sm text-subtle">{label}</p>
      <address className="wrap-anywhere not-italic">
        {[...lines, place, countryName(country, locale), taxNumber].filter(Boolean).map((line) => (
          <span key={line} className="block first:font-medium">
            <bdi>{line}</bdi>
          </span>
        ))}
      </address>
    </div>
  );
}

/** Periods end before their last day is over: people read the last day that is in. */
function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
