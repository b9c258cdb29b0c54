"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { type DraftLine, emptyLine, isBlank, totalsOf } from "./entry-draft";
import { EntryLineRow } from "./entry-line-row";
import { EntrySums } from "./entry-sums";

type Choice = { value: string; label: string };

interface EntryFormProps {
  action: FormAction<{ id: string }>;
  accounts: readonly Choice[];
  currencies: readonly Choice[];
  currency: CurrencyCode;
  today: string;
}

/** Posts an entry by hand. The sums stand below while it is written; an entry that does not balance cannot be sent. */
export function EntryForm({ action, accounts, currencies, today, ...given }: EntryFormProps) {
  const t = useTranslations("ledger.form");
  const common = useTranslations("common");
  const router = useRouter();
  const [currency, setCurrency] = useState(given.currency);
  const [lines, setLines] = useState<readonly DraftLine[]>([emptyLine(0), emptyLine(1)]);
  const totals = totalsOf(lines, currency);

  const change = (key: number, changes: Partial<DraftLine>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const add = () => setLines((now) => [...now, emptyLine(Math.max(...now.map(({ key }) => key)) + 1)]);
  const remove = (key: number) => setLines((now) => now.filter((line) => line.key !== key));
  const sent = lines.filter((line) => !isBlank(line));

  function refusal(): string | undefined {
    if (totals.lines < 2) return t("refused.tooFew");
    if (totals.hasMistake) return t("refused.incomplete");
    return totals.debit === totals.credit ? undefined : t("refused.unbalanced");
  }

  function finish({ id }: { id: string }) {
    toast.success(t("posted"));
    router.push(`/admin/ledger/entries/${id}`);
  }

  return (
    <ActionForm action={action} onDone={finish} fields={["day", "description"]}>
      <Card>
        <CardBody className="grid gap-5 pt-4">
          <div className="grid gap-5 sm:grid-cols-2">
            <FormField name="day" type="date" label={t("day")} defaultValue={today} required />
            <FormSelect
              name=""
              label={t("currency")}
              options={currencies}
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value as CurrencyCode)}
            />
          </div>
          <FormField
            name="description"
            label={t("description")}
            maxLength={200}
            autoComplete="off"
            required
          />
          <fieldset className="grid gap-2">
            <legend className="mb-2 font-medium text-(length:--label-text)">{t("lines")}</legend>
            {lines.map((line, index) => (
              <EntryLineRow
                key={line.key}
                line={line}
                label={t("line", { number: index + 1 })}
                position={isBlank(line) ? undefined : sent.indexOf(line)}
                currency={currency}
                accounts={accounts}
                onChange={(changes) => change(line.key, changes)}
                onRemove={lines.length > 2 ? () => remove(line.key) : undefined}
              />
            ))}
            <div className="flex flex-wrap items-start justify-between gap-3">
              <Button type="button" size="sm" variant="ghost" onClick={add}>
                <Plus aria-hidden="true" />
                {t("addLine")}
              </Button>
              <EntrySums totals={totals} currency={currency} />
            </div>
          </fieldset>
        </CardBody>
        <CardFooter>
          <ButtonLink href="/admin/ledger/entries">{common("cancel")}</ButtonLink>
          <SubmitButton disabledReason={refusal()}>{t("submit")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
