"use client";

import { Ban, Ellipsis, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { FormDialog } from "@/components/people/form-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { canInvoice, type InvoiceStatus } from "@/lib/billing/rules/status";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { RecordPayment } from "./record-payment";

interface InvoiceActionsProps {
  invoice: {
    id: string;
    version: number;
    number: string | null;
    status: InvoiceStatus;
    currency: CurrencyCode;
    /** Due, as people type it. */
    dueText: string;
    today: string;
  };
  /** Each absent where the person may not. */
  issue?: FormAction<unknown> | undefined;
  discard?: FormAction<unknown> | undefined;
  voiding?: FormAction<unknown> | undefined;
  record?: FormAction<unknown> | undefined;
}

/** What can be done with an invoice in its state. */
export function InvoiceActions({ invoice, issue, discard, voiding, record }: InvoiceActionsProps) {
  const t = useTranslations("invoices.actions");
  const text = useProblemText();
  const router = useRouter();
  const [asking, setAsking] = useState<"discard" | "void">();
  const { id: invoiceId, version, status } = invoice;
  const offers = {
    issue: canInvoice("issue", status) ? issue : undefined,
    discard: canInvoice("discard", status) ? discard : undefined,
    void: canInvoice("void", status) ? voiding : undefined,
    record: canInvoice("pay", status) ? record : undefined,
  };

  async function run(action: FormAction<unknown>, done: string, next?: "/admin/invoices") {
    const { error } = await runAction(action, { invoiceId, version });
    if (error) return text.refusal(error);
    toast.success(done);
    if (next) router.push(next);
    router.refresh();
  }

  return (
    <>
      {offers.issue && (
        <ConfirmDialog
          trigger={<Button variant="primary">{t("issue")}</Button>}
          title={t("issueTitle")}
          confirmLabel={t("issue")}
          cancelLabel={t("cancel")}
          tone="primary"
          onConfirm={() => run(offers.issue as FormAction<unknown>, t("issued"))}
        >
          {t("issueText")}
        </ConfirmDialog>
      )}
      {offers.record && <RecordPayment invoice={invoice} action={offers.record} />}
      {(offers.discard || offers.void) && (
        <Menu
          trigger={<IconButton label={t("more")} tooltip={false} icon={<Ellipsis aria-hidden="true" />} />}
        >
          {offers.discard && (
            <MenuItem icon={<Trash2 aria-hidden="true" />} onSelect={() => setAsking("discard")}>
              {t("discard")}
            </MenuItem>
          )}
          {offers.void && (
            <MenuItem icon={<Ban aria-hidden="true" />} onSelect={() => setAsking("void")}>
              {t("void")}
            </MenuItem>
          )}
        </Menu>
      )}
      {offers.discard && (
        <ConfirmDialog
          open={asking === "discard"}
          onOpenChange={(isOpen) => setAsking(isOpen ? "discard" : undefined)}
          title={t("discardTitle")}
          confirmLabel={t("discard")}
          cancelLabel={t("cancel")}
          onConfirm={() => run(offers.discard as FormAction<unknown>, t("discarded"), "/admin/invoices")}
        >
          {t("discardText")}
        </ConfirmDialog>
      )}
      {offers.void && (
        <FormDialog
          open={asking === "void"}
          onOpenChange={(isOpen) => setAsking(isOpen ? "void" : undefined)}
          title={t("voidTitle", { number: invoice.number ?? "" })}
          description={t("voidText")}
          action={offers.void}
          hidden={{ invoiceId, version: String(version) }}
          fields={["reason"]}
          submit={t("void")}
          done={t("voided")}
        >
          <FormField name="reason" label={t("reason")} maxLength={200} autoComplete="off" required />
        </FormDialog>
      )}
    </>
  );
}
