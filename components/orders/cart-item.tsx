"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { NativeSelect } from "@/components/forms/native-select";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { MoneyAmount } from "@/components/ui/money-amount";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { cycleText } from "./cycle-text";
import type { CartItem as Item } from "./types";

interface CartItemProps {
  item: Item;
  change: FormAction<unknown>;
  remove: FormAction<unknown>;
}

/** One thing in the cart: what it is, how often it is billed, how many, what it costs. */
export function CartItem({ item, change, remove }: CartItemProps) {
  const t = useTranslations("orders");
  const text = useProblemText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  const setupMinor = item.lines.reduce((sum, { setup, quantity }) => sum + setup.minor * quantity, 0);
  const inWords = (code: string) => cycleText((key, values) => t(`cycle.${key}`, values), code);

  function send(action: FormAction<unknown>, values: Record<string, string | number> = {}) {
    startTransition(async () => {
      const { error } = await runAction(action, { itemId: item.id, ...values });
      if (error) toast.error(text.refusal(error));
      router.refresh();
    });
  }

  return (
    <li className="grid gap-3 py-5" aria-busy={isPending || undefined}>
      <div className="flex items-start justify-between gap-4">
        <div className="grid min-w-0 gap-0.5 pt-1.5">
          <h2 className="wrap-anywhere font-semibold text-md">{item.label || t("cart.gone")}</h2>
          {item.hostName && (
            <p className="text-muted">
              <bdi>{item.hostName}</bdi>
            </p>
          )}
        </div>
        <div className="-me-2 flex items-center gap-2">
          <MoneyAmount amount={item.due} className="font-medium text-md" />
          <IconButton
            label={t("cart.remove", { label: item.label })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => send(remove)}
          />
        </div>
      </div>

      {item.problems.map(({ path, code }) => (
        <Notice key={`${path} ${code}`} tone="warning">
          {t(`problems.${code}`)}
        </Notice>
      ))}

      {(item.lines.length > 1 || setupMinor > 0) && (
        <ul className="grid gap-1 text-muted text-sm">
          {item.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an item have no identity but their place.
            <li key={index} className="flex justify-between gap-4">
              <span className="min-w-0">
                {line.description}
                {line.quantity > 1 && <span className="tabular"> × {line.quantity}</span>}
              </span>
              <MoneyAmount
                amount={{ ...line.amount, minor: line.amount.minor - line.setup.minor * line.quantity }}
              />
            </li>
          ))}
          {setupMinor > 0 && (
            <li className="flex justify-between gap-4">
              <span>{t("cart.setup")}</span>
              <MoneyAmount amount={{ ...item.due, minor: setupMinor }} />
            </li>
          )}
        </ul>
      )}

      <div className="flex flex-wrap items-end gap-3">
        {item.cycles.length > 0 && (
          <Field name={`cycle-${item.id}`} label={t("cart.cycle")} className="min-w-40">
            <NativeSelect
              value={item.cycle}
              disabled={isPending}
              onChange={(event) => send(change, { cycle: event.target.value })}
              options={item.cycles.map((code) => ({ value: code, label: inWords(code) }))}
            />
          </Field>
        )}
        {item.mostQuantity > 1 && (
          <Field name={`quantity-${item.id}`} label={t("cart.quantity")} className="w-24">
            <NativeSelect
              value={String(item.quantity)}
              disabled={isPending}
              onChange={(event) => send(change, { quantity: event.target.value })}
              options={Array.from({ length: Math.min(item.mostQuantity, 50) }, (_, index) =>
                String(index + 1),
              ).map((count) => ({ value: count, label: count }))}
            />
          </Field>
        )}
        {item.recurring.minor > 0 && (
          <p className="ms-auto text-muted text-sm">
            {t("cart.then")} <MoneyAmount amount={item.recurring} /> {inWords(item.cycle)}
          </p>
        )}
      </div>
    </li>
  );
}
