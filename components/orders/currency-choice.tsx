"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { NativeSelect } from "@/components/forms/native-select";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { Choice } from "@/lib/i18n/countries";

interface CurrencyChoiceProps {
  currency: string;
  currencies: readonly Choice[];
  action: FormAction<unknown>;
}

export function CurrencyChoice({ currency, currencies, action }: CurrencyChoiceProps) {
  const t = useTranslations("orders.cart");
  const text = useProblemText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const choose = (code: string) =>
    startTransition(async () => {
      const { error } = await runAction(action, { currency: code });
      if (error) toast.error(text.refusal(error));
      router.refresh();
    });

  return (
    <Field name="currency" label={t("currency")}>
      <NativeSelect
        value={currency}
        disabled={isPending}
        onChange={(event) => choose(event.target.value)}
        options={currencies}
      />
    </Field>
  );
}
