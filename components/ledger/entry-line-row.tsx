"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/forms/native-select";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { cn } from "@/lib/ui/cn";
import { type DraftLine, postingOf } from "./entry-draft";
import { typedAmount } from "./typed-amount";

interface EntryLineRowProps {
  line: DraftLine;
  /** "Line 2", for those who hear the form. */
  label: string;
  /** Place among the lines that are sent; undefined for a blank one. */
  position?: number;
  currency: CurrencyCode;
  accounts: readonly { value: string; label: string }[];
  onChange: (changes: Partial<DraftLine>) => void;
  onRemove?: () => void;
}

/** Account, debit, credit. Writing on one side empties the other. */
export function EntryLineRow({
  line,
  label,
  position,
  currency,
  accounts,
  onChange,
  onRemove,
}: EntryLineRowProps) {
  const t = useTranslations("ledger.form");
  const posting = postingOf(line, currency);
  const name = (part: string) => `lines[${position}].${part}`;

  return (
    <fieldset
      aria-label={label}
      className="grid grid-cols-[1fr_1fr_auto] gap-2 sm:grid-cols-[minmax(0,1fr)_8rem_8rem_auto]"
    >
      <Field label={<span className="sr-only">{t("account")}</span>} className="gap-0 max-sm:col-span-3">
        <NativeSelect
          options={accounts}
          placeholder={t("chooseAccount")}
          value={line.accountCode}
          onChange={(event) => onChange({ accountCode: event.currentTarget.value })}
        />
      </Field>
      <AmountInput
        label={t("debit")}
        text={line.debit}
        currency={currency}
        onText={(debit) => onChange(debit ? { debit, credit: "" } : { debit })}
      />
      <AmountInput
        label={t("credit")}
        text={line.credit}
        currency={currency}
        onText={(credit) => onChange(credit ? { credit, debit: "" } : { credit })}
      />
      <IconButton
        label={t("removeLine")}
        icon={<X aria-hidden="true" />}
        onClick={onRemove}
        className={cn(onRemove === undefined && "invisible")}
      />
      {position !== undefined && posting && (
        <>
          <input type="hidden" name={name("accountCode")} value={line.accountCode} />
          <input type="hidden" name={name("side")} value={posting.side} />
          <input type="hidden" name={name("amount.minor")} value={posting.minor.toString()} />
          <input type="hidden" name={name("amount.currency")} value={currency} />
        </>
      )}
    </fieldset>
  );
}

interface AmountInputProps {
  label: string;
  text: string;
  currency: CurrencyCode;
  onText: (text: string) => void;
}

function AmountInput({ label, text, currency, onText }: AmountInputProps) {
  const isWrong = typedAmount(text, currency) === null;
  return (
    <Input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      placeholder={label}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      value={text}
      maxLength={30}
      onChange={(event) => onText(event.currentTarget.value)}
      className="tabular text-end"
    />
  );
}
