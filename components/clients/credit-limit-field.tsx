"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { typedAmount } from "@/components/ledger/typed-amount";
import { Field } from "@/components/ui/field";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { toDecimal } from "@/lib/core/money/format";
import type { Money } from "@/lib/core/money/money";

interface CreditLimitFieldProps {
  limit: Money | null;
  /** Of the client, as chosen in the form. */
  currency: string;
}

/** Up to how much a client may owe; empty means as the company does it for everybody. */
export function CreditLimitField({ limit, currency }: CreditLimitFieldProps) {
  const t = useTranslations("clients.form");
  const common = useTranslations("common");
  const [typed, setTyped] = useState(limit === null ? "" : toDecimal(limit));
  const minor = typedAmount(typed, currency as CurrencyCode);
  const said = useFieldProblem("creditLimit");

  return (
    <>
      <Field
        label={`${t("creditLimit")} (${currency})`}
        help={t("creditLimitHelp")}
        aside={common("optional")}
        error={minor === null ? t("creditLimitUnreadable") : said}
        inputMode="decimal"
        dir="ltr"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={24}
        autoComplete="off"
      />
      {minor === undefined ? (
        <input type="hidden" name="creditLimit" value="" />
      ) : (
        <>
          {/* What is no amount is sent as it was typed: the server refuses it rather than forget it. */}
          <input type="hidden" name="creditLimit.minor" value={minor === null ? typed : minor.toString()} />
          <input type="hidden" name="creditLimit.currency" value={currency} />
        </>
      )}
    </>
  );
}
