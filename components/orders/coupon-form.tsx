"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Cart } from "./types";

/** The coupon of the cart, or a field for one behind a quiet button. */
export function CouponForm({ coupon, action }: { coupon: Cart["coupon"]; action: FormAction<unknown> }) {
  const t = useTranslations("orders.coupon");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isPending, startTransition] = useTransition();

  if (coupon) {
    const takeAway = () =>
      startTransition(async () => {
        await runAction(action, { code: "" });
        setIsOpen(false);
        router.refresh();
      });
    return (
      <div className="grid gap-2">
        <div className="flex items-center justify-between gap-3">
          <span>
            {t("used")} <bdi className="font-medium">{coupon.code}</bdi>
          </span>
          <Button type="button" size="sm" pending={isPending} onClick={takeAway}>
            {t("remove")}
          </Button>
        </div>
        {coupon.problem && <Notice tone="warning">{t(`problems.${coupon.problem}`)}</Notice>}
      </div>
    );
  }
  if (!isOpen) {
    return (
      <Button
        type="button"
        variant="ghost"
        size="sm"
        className="-ms-2.5 justify-self-start"
        onClick={() => setIsOpen(true)}
      >
        {t("open")}
      </Button>
    );
  }
  return (
    <ActionForm
      action={action}
      fields={["code"]}
      guardsChanges={false}
      className="grid gap-2"
      onDone={() => router.refresh()}
    >
      <div className="flex items-end gap-2">
        <FormField name="code" label={t("code")} maxLength={40} autoComplete="off" className="flex-1" />
        <SubmitButton>{t("apply")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
