"use client";

import { Check, Clock, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";

export type Checkout = {
  order: { id: string; number: number; status: string; isGuest: boolean };
  invoice: { id: string; number: string; isPaid: boolean } | null;
  payment: { id: string; status: string; actionUrl: string | null; failureCode: string | null } | null;
  services: readonly { label: string; status: string }[];
};

interface CheckoutProgressProps {
  checkout: Checkout;
  look: FormAction<Checkout>;
  /** How it can be paid; shown while it is to be paid and nothing is under way. */
  children: ReactNode;
}

const askEveryMs = 1_200;
const waiting = new Set(["PENDING", "PROCESSING", "UNKNOWN"]);
/** Of services. */
const underWay = new Set(["PENDING", "CREATING"]);

/** How an order gets on, from its invoice to what it delivers; goes on by itself while something is under way. */
export function CheckoutProgress({ checkout: given, look, children }: CheckoutProgressProps) {
  const t = useTranslations("orders.placed");
  const why = useTranslations("payments.whatToDo");
  const router = useRouter();
  const [checkout, setCheckout] = useState(given);
  const { order, invoice, payment, services } = checkout;
  const isMoving = moves(checkout);

  useEffect(() => setCheckout(given), [given]);

  useEffect(() => {
    if (!isMoving) return;
    let isOver = false;
    const timer = setInterval(async () => {
      const { value } = await runAction(look, {});
      if (isOver || value === undefined) return;
      setCheckout(value);
      // The page has the form to pay with: it comes with the invoice, and goes with the payment.
      if (stageOf(value) !== stageOf(checkout)) router.refresh();
    }, askEveryMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isMoving, look, router, checkout]);

  const stage = stageOf(checkout);
  return (
    <div className="grid gap-6">
      <div aria-live="polite" className="grid gap-4 empty:absolute">
        {stage === "held" && <Notice tone="info">{t("held")}</Notice>}
        {stage === "ended" && <Notice tone="neutral">{t("cancelled")}</Notice>}
        {stage === "billing" && <Busy>{t("preparing")}</Busy>}
        {stage === "paying" && (
          <Busy>
            {t(
              payment?.status === "UNKNOWN"
                ? "unknown"
                : payment?.status === "PROCESSING"
                  ? "processing"
                  : "paying",
            )}
          </Busy>
        )}
        {stage === "confirm" && (
          <Notice
            tone="warning"
            action={
              payment?.actionUrl && (
                <ButtonLink href={payment.actionUrl} variant="primary">
                  {t("toConfirm")}
                </ButtonLink>
              )
            }
          >
            {t("confirm")}
          </Notice>
        )}
        {stage === "setting-up" && <Busy>{t("paid")}</Busy>}
        {stage === "delayed" && <Notice tone="info">{t("delayed")}</Notice>}
        {stage === "ready" && (
          <p className="flex items-center gap-2 text-md">
            <Check aria-hidden="true" className="size-5 text-positive" />
            {t("ready")}
          </p>
        )}
      </div>

      {stage === "to-pay" && (
        <>
          {payment?.status === "FAILED" && (
            <Notice tone="danger" live="alert" title={t("failed")}>
              {why(why.has(payment.failureCode as "other") ? (payment.failureCode as "other") : "other")}
            </Notice>
          )}
          {children}
          <p className="text-muted text-sm">{t("later")}</p>
        </>
      )}

      {services.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-semibold text-md">{t("services")}</h2>
          <ul className="divide-y border-y">
            {services.map(({ label, status }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of the same have the same label, and their order stays.
              <li key={index} className="flex items-center justify-between gap-4 py-3">
                <bdi className="wrap-anywhere min-w-0 font-medium">{label}</bdi>
                <span className="flex items-center gap-1.5 text-muted">
                  {status === "ACTIVE" ? (
                    <Check aria-hidden="true" className="size-4 text-positive" />
                  ) : (
                    <Clock aria-hidden="true" className="size-4" />
                  )}
                  {t(`service.${status as "ACTIVE"}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}

      {order.isGuest && stage !== "ended" && <p className="text-pretty text-muted">{t("guest")}</p>}
      {!order.isGuest && (
        <p>
          <ButtonLink href={invoice ? `/portal/invoices/${invoice.id}` : "/portal"}>{t("portal")}</ButtonLink>
        </p>
      )}
    </div>
  );
}

type Stage =
  | "held"
  | "ended"
  | "billing"
  | "to-pay"
  | "paying"
  | "confirm"
  | "setting-up"
  | "delayed"
  | "ready";

function stageOf({ order, invoice, payment, services }: Checkout): Stage {
  if (order.status === "HELD") return "held";
  if (order.status === "CANCELLED" || order.status === "FRAUD") return "ended";
  if (order.status === "ACTIVE") {
    if (services.some(({ status }) => underWay.has(status))) return "setting-up";
    return services.some(({ status }) => status === "FAILED") ? "delayed" : "ready";
  }
  if (invoice === null) return "billing";
  if (invoice.isPaid) return "setting-up";
  if (payment?.status === "REQUIRES_ACTION") return "confirm";
  return payment && waiting.has(payment.status) ? "paying" : "to-pay";
}

/** Whether something goes on without the person. */
function moves(checkout: Checkout): boolean {
  const stage = stageOf(checkout);
  return stage === "billing" || stage === "paying" || stage === "setting-up" || stage === "confirm";
}

function Busy({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 text-md">
      <LoaderCircle
        aria-hidden="true"
        className="size-5 animate-spin text-muted motion-reduce:animate-none"
      />
      {children}
    </p>
  );
}
