"use client";

import { Ban, CheckCheck, Ellipsis, ShieldAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { canOrder, type OrderStatus } from "@/lib/orders/rules/status";

type Verb = "release" | "accept" | "end" | "fraud";

interface OrderActionsProps {
  order: { id: string; version: number; number: string; status: OrderStatus };
  /** Absent where the person may not. */
  actions: Partial<Record<Verb, FormAction<unknown>>>;
}

const rule = { release: "release", accept: "accept", end: "cancel", fraud: "markFraud" } as const;
const icons = { accept: CheckCheck, end: Ban, fraud: ShieldAlert } as const;

/** What can be done to an order: to let a held one go on is the first thing, the rest is in the menu. */
export function OrderActions({ order, actions }: OrderActionsProps) {
  const t = useTranslations("orders.actions");
  const text = useProblemText();
  const router = useRouter();
  const [asking, setAsking] = useState<Verb | null>(null);
  const [reason, setReason] = useState("");

  const isPossible = (verb: Verb) => actions[verb] !== undefined && canOrder(rule[verb], order.status);
  const others = (["accept", "end", "fraud"] as const).filter(isPossible);

  async function confirm(verb: Verb) {
    const action = actions[verb];
    if (action === undefined) return undefined;
    const needsReason = verb === "end" || verb === "fraud";
    const { error } = await runAction(action, {
      orderId: order.id,
      version: order.version,
      ...(needsReason && { reason }),
    });
    if (error) return error.fields?.[0] ? text.field(error.fields[0]) : text.refusal(error);
    toast.success(t(`${verb}.done`));
    router.refresh();
    return undefined;
  }

  return (
    <>
      {isPossible("release") && (
        <Button variant="primary" onClick={() => setAsking("release")}>
          {t("release.label")}
        </Button>
      )}
      {others.length > 0 && (
        <Menu
          trigger={<IconButton label={t("more")} tooltip={false} icon={<Ellipsis aria-hidden="true" />} />}
        >
          {others.map((verb) => {
            const Icon = icons[verb];
            return (
              <MenuItem key={verb} icon={<Icon aria-hidden="true" />} onSelect={() => setAsking(verb)}>
                {t(`${verb}.label`)}
              </MenuItem>
            );
          })}
        </Menu>
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => !isOpen && setAsking(null)}
          title={t(`${asking}.title`, { number: order.number })}
          confirmLabel={t(`${asking}.label`)}
          cancelLabel={t("cancel")}
          tone={asking === "end" || asking === "fraud" ? "danger" : "primary"}
          onConfirm={() => confirm(asking)}
        >
          <span className="grid gap-4">
            <span>{t(`${asking}.text`)}</span>
            {(asking === "end" || asking === "fraud") && (
              <Field
                value={reason}
                onValueChange={setReason}
                label={t(`${asking}.reason`)}
                maxLength={200}
                autoComplete="off"
              />
            )}
          </span>
        </ConfirmDialog>
      )}
    </>
  );
}
