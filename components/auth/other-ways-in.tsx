"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What stands below the form: ways in without a password, after a quiet "or". */
export function OtherWaysIn({ children }: { children: ReactNode }) {
  const t = useTranslations("signIn");
  return (
    <div className="mt-5 grid gap-3">
      <p className="flex items-center gap-3 text-sm text-subtle before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {t("or")}
      </p>
      {children}
    </div>
  );
}
