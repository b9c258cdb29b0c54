"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

interface RecoveryCodesProps {
  codes: readonly string[];
  /** The way on. */
  children: ReactNode;
}

/** Ten codes, shown this once: to copy, to download, to write down. */
export function RecoveryCodes({ codes, children }: RecoveryCodesProps) {
  const t = useTranslations("secondFactor.codes");
  const common = useTranslations("common");
  const text = codes.join("\n");

  function download() {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${t("fileName")}.txt`;
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <div className="grid gap-4">
      <Notice tone="warning" live="status" title={t("title")}>
        {t("text")}
      </Notice>
      <ol
        dir="ltr"
        className="grid gap-y-1.5 rounded-control border border-border-strong bg-surface-muted p-4 font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code} className="select-all whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex items-center gap-1">
          <Button type="button" onClick={download}>
            <Download aria-hidden="true" />
            {t("download")}
          </Button>
          <CopyButton value={text} label={common("copy")} copiedLabel={common("copied")} size="md" />
        </div>
        {children}
      </div>
    </div>
  );
}
