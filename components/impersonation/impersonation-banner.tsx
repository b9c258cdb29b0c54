"use client";

import { VenetianMask } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";

interface ImpersonationBannerProps {
  /** Whom one acts as, and who one is. */
  as: string;
  by: string;
  reason: string;
  until: string;
  end: FormAction<unknown>;
}

/** Stands over every page while staff act as a client's user: who, why, for how long, and the way out. */
export function ImpersonationBanner({ as, by, reason, until, end }: ImpersonationBannerProps) {
  const t = useTranslations("shell.impersonation");
  const minutes = useMinutesLeft(until);
  return (
    <section
      aria-label={t("label")}
      className="sticky top-0 z-50 border-b border-warning-solid bg-warning-soft px-4 py-2 text-text sm:px-6"
    >
      <div className="mx-auto flex max-w-list flex-wrap items-center gap-x-4 gap-y-2">
        <VenetianMask aria-hidden="true" className="size-5 shrink-0 text-warning max-sm:hidden" />
        <p className="min-w-0 flex-1 basis-60">
          <span className="font-semibold">{t("who", { as, by })}</span>
          <span className="wrap-anywhere ms-2 text-muted">
            <bdi>{reason}</bdi>
          </span>
        </p>
        {minutes !== undefined && (
          <p className="tabular text-muted" role="timer">
            {minutes > 0 ? t("left", { minutes }) : t("over")}
          </p>
        )}
        <ActionForm action={end} fields={[]} guardsChanges={false} className="contents">
          <SubmitButton>{t("end")}</SubmitButton>
        </ActionForm>
      </div>
    </section>
  );
}

/** Whole minutes until then, rounded up; undefined before the browser has taken over. */
function useMinutesLeft(until: string): number | undefined {
  const [minutes, setMinutes] = useState<number>();
  useEffect(() => {
    const tell = () => setMinutes(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 60_000)));
    tell();
    const timer = setInterval(tell, 10_000);
    return () => clearInterval(timer);
  }, [until]);
  return minutes;
}
