"use client";

import { TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { EmptyState } from "@/components/ui/empty-state";

interface FailedProps {
  error: { digest?: string };
  reset: () => void;
}

/** In the place of a page that failed: what happened, what was kept, what to do, a reference to quote. */
export function Failed({ error, reset }: FailedProps) {
  const t = useTranslations("errors.page");
  const router = useRouter();

  function again() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <EmptyState
      kind="failed"
      icon={<TriangleAlert />}
      title={<h1>{t("title")}</h1>}
      action={<Button onClick={again}>{t("again")}</Button>}
      className="min-h-[60dvh] justify-center"
    >
      <p>{t("text")}</p>
      {error.digest && (
        <p className="mt-2 text-sm">
          {t("reference")} <Code>{error.digest}</Code>
        </p>
      )}
    </EmptyState>
  );
}
