"use client";

import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormSelect } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { typedAmount } from "@/components/ledger/typed-amount";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { CurrencyCode } from "@/lib/core/money/currencies";

type Client = { value: string; label: string; currency: CurrencyCode };
type Line = { key: number; description: string; quantity: string; amount: string };

interface InvoiceFormProps {
  action: FormAction<{ id: string }>;
  clients: readonly Client[];
  clientId?: string | undefined;
}

const emptyLine = (key: number): Line => ({ key, description: "", quantity: "1", amount: "" });

/** Drafts an invoice by hand, in the currency of the client. */
export function InvoiceForm({ action, clients, clientId = "" }: InvoiceFormProps) {
  const t = useTranslations("invoices");
  const common = useTranslations("common");
  const router = useRouter();
  const [chosen, setChosen] = useState(clientId);
  const [lines, setLines] = useState<readonly Line[]>([emptyLine(0)]);
  const currency = clients.find(({ value }) => value === chosen)?.currency ?? "EUR";

  const change = (key: number, changes: Partial<Line>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const add = () => setLines((now) => [...now, emptyLine(Math.max(...now.map(({ key }) => key)) + 1)]);
  const isComplete = lines.every(
    ({ description, amount }) => description.trim() && typedAmount(amount, currency) != null,
  );

  function finish({ id }: { id: string }) {
    toast.success(t("form.created"));
    router.push(`/admin/invoices/${id}`);
  }

  return (
    <ActionForm action={action} onDone={finish} fields={["clientId"]}>
      <Card>
        <CardBody className="grid gap-5 pt-4">
          <FormSelect
            name="clientId"
            label={t("form.client")}
            placeholder={t("form.chooseClient")}
            options={clients}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-medium text-(length:--label-text)">{t("form.lines")}</legend>
            {lines.map((line, index) => (
              <fieldset
                key={line.key}
                aria-label={t("form.line", { number: index + 1 })}
                className="grid grid-cols-[1fr_1fr_auto] gap-2 sm:grid-cols-[minmax(0,1fr)_5rem_8rem_auto]"
              >
                <Field
                  className="max-sm:col-span-3"
                  name={`lines[${index}].description`}
                  label={t("columns.description")}
                  value={line.description}
                  onValueChange={(description) => change(line.key, { description })}
                  maxLength={300}
                  autoComplete="off"
                />
                <Field
                  name={`lines[${index}].quantity`}
                  label={t("columns.quantity")}
                  value={line.quantity}
                  onValueChange={(quantity) => change(line.key, { quantity })}
                  inputMode="numeric"
                  autoComplete="off"
                />
                <Field
                  label={`${t("columns.unit")} ${currency}`}
                  value={line.amount}
                  onValueChange={(amount) => change(line.key, { amount })}
                  inputMode="decimal"
                  autoComplete="off"
                />
                <IconButton
                  className={lines.length === 1 ? "invisible self-end" : "self-end"}
                  label={t("form.removeLine")}
                  icon={<X aria-hidden="true" />}
                  onClick={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
                />
                <input
                  type="hidden"
                  name={`lines[${index}].unit.minor`}
                  value={typedAmount(line.amount, currency)?.toString() ?? ""}
                />
                <input type="hidden" name={`lines[${index}].unit.currency`} value={currency} />
              </fieldset>
            ))}
            <Button type="button" size="sm" variant="ghost" onClick={add} className="justify-self-start">
              <Plus aria-hidden="true" />
              {t("form.addLine")}
            </Button>
          </fieldset>
        </CardBody>
        <CardFooter>
          <ButtonLink href="/admin/invoices">{common("cancel")}</ButtonLink>
          <SubmitButton disabledReason={isComplete && chosen !== "" ? undefined : t("form.incomplete")}>
            {t("form.create")}
          </SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
