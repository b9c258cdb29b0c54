"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { isOpen, type PaymentStatus } from "@/lib/payments/rules/status";

interface PaymentProgressProps {
  payment: { status: PaymentStatus; actionUrl: string | null; failureCode: string | null };
  /** Where a payer who was refused tries again. */
  againHref: string;
  /** Where it goes on when all is well. */
  onwardHref: string;
  onwardLabel: string;
}

const everyMs = 1_000;

/** What becomes of a payment, while the payer watches: reads anew by itself, goes to the bank by itself, and says what to do. */
export function PaymentProgress({ payment, againHref, onwardHref, onwardLabel }: PaymentProgressProps) {
  const t = useTranslations("payments");
  const { status, actionUrl, failureCode } = payment;
  useGoingOn(status, actionUrl);

  const isFailed = status === "FAILED" || status === "CANCELLED";
  const what = failureCode && t.has(`whatToDo.${failureCode}` as "whatToDo.other") ? failureCode : "other";
  const text = status === "FAILED" ? t(`whatToDo.${what}` as "whatToDo.other") : t(`progress.${status}.text`);
  return (
    <Card>
      <CardBody className="grid justify-items-center gap-4 px-6 py-10 text-center">
        <Mark status={status} />
        <div className="grid gap-1.5" role="status">
          <h1 className="text-balance font-semibold text-xl">{t(`progress.${status}.title`)}</h1>
          <p className="max-w-md text-pretty text-muted">{text}</p>
        </div>
        <div className="flex flex-wrap justify-center gap-2">
          {isFailed && (
            <ButtonLink variant="primary" href={againHref as "/"}>
              {t("progress.again")}
            </ButtonLink>
          )}
          {status === "REQUIRES_ACTION" && actionUrl && (
            <a className="font-medium text-accent-text underline underline-offset-3" href={actionUrl}>
              {t("progress.goThere")}
            </a>
          )}
          {(status === "SUCCEEDED" || status === "PROCESSING" || status === "UNKNOWN" || isFailed) && (
            <ButtonLink variant={status === "SUCCEEDED" ? "primary" : "secondary"} href={onwardHref as "/"}>
              {onwardLabel}
            </ButtonLink>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function Mark({ status }: { status: PaymentStatus }) {
  if (status === "SUCCEEDED") return <CircleCheck aria-hidden="true" className="size-10 text-positive" />;
  if (isOpen(status)) return <Spinner className="size-8" />;
  return <CircleX aria-hidden="true" className="size-10 text-danger" />;
}

function useGoingOn(status: PaymentStatus, actionUrl: string | null) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (status === "REQUIRES_ACTION" && actionUrl !== null) window.location.assign(actionUrl);
  }, [status, actionUrl]);

  // The next reading waits for the one before: on a slow line they would hold each other up.
  useEffect(() => {
    if (!isOpen(status) || isPending) return;
    const timer = setTimeout(() => startTransition(() => router.refresh()), everyMs);
    return () => clearTimeout(timer);
  }, [status, isPending, router]);
}
