import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import type { Money } from "@/lib/core/money/money";
import { cycleText } from "./cycle-text";

type Line = {
  id: string;
  kind: "PLAN" | "OPTION" | "ADDON" | "DISCOUNT";
  description: string;
  cycle: string;
  quantity: number;
  unit: Money;
  setup: Money;
  discount: Money;
  amount: Money;
  overrideReason: string | null;
};

/** What was ordered, as it was reckoned. */
export function OrderLines({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("orders");
  const inWords = (code: string) => cycleText((key, values) => t(`cycle.${key}`, values), code);
  const has = (part: "setup" | "discount") => lines.some((line) => line[part].minor !== 0n);
  return (
    <Card>
      <CardHeader title={t("lines.title")} />
      <Table label={t("lines.table")}>
        <TableHead>
          <TableRow>
            <TableHeaderCell>{t("lines.description")}</TableHeaderCell>
            <TableHeaderCell numeric className="max-sm:hidden">
              {t("lines.quantity")}
            </TableHeaderCell>
            <TableHeaderCell numeric className="max-sm:hidden">
              {t("lines.unit")}
            </TableHeaderCell>
            {has("setup") && <TableHeaderCell numeric>{t("lines.setup")}</TableHeaderCell>}
            {has("discount") && <TableHeaderCell numeric>{t("lines.discount")}</TableHeaderCell>}
            <TableHeaderCell numeric>{t("lines.amount")}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.id}>
              <TableCell
                grow
                className={line.kind === "PLAN" ? "whitespace-normal py-2" : "whitespace-normal py-2 ps-8"}
              >
                <span
                  className={line.kind === "PLAN" ? "wrap-anywhere font-medium" : "wrap-anywhere text-muted"}
                >
                  <bdi>{line.description}</bdi>
                </span>
                {(line.kind === "PLAN" || line.cycle === "once") && (
                  <span className="block text-sm text-subtle">{inWords(line.cycle)}</span>
                )}
                {line.overrideReason && (
                  <span className="block text-sm text-warning">
                    {t("lines.override", { reason: line.overrideReason })}
                  </span>
                )}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                {line.quantity}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                <MoneyAmount amount={line.unit} />
              </TableCell>
              {has("setup") && (
                <TableCell numeric>
                  <MoneyAmount amount={line.setup} />
                </TableCell>
              )}
              {has("discount") && (
                <TableCell numeric>
                  <MoneyAmount amount={{ ...line.discount, minor: -line.discount.minor }} />
                </TableCell>
              )}
              <TableCell numeric>
                <MoneyAmount amount={line.amount} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
