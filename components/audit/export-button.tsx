"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { confirmIdentity, freshSignInNeeded } from "@/components/forms/step-up";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Takes the entries that the page shows, and all after them, out as a file; says how far it has come. */
export function ExportButton({ href }: { href: string }) {
  const t = useTranslations("audit.export");
  const text = useProblemText();
  const [percent, setPercent] = useState<number>();

  async function save() {
    setPercent(0);
    try {
      const answer = await fetch(href, { method: "POST" });
      if (!answer.ok || answer.body === null) {
        const { code = "unexpected" } = (await answer.json().catch(() => ({}))) as { code?: string };
        if (code === freshSignInNeeded && (await confirmIdentity())) return save();
        toast.error(text.refusal({ code }));
        return;
      }
      const parts = await collect(answer.body, Number(answer.headers.get("x-entries")), setPercent);
      offer(new Blob(parts, { type: "text/csv" }));
      toast.success(t("done"));
    } catch {
      toast.error(t("cut"));
    } finally {
      setPercent(undefined);
    }
  }

  return (
    <Button onClick={save} disabledReason={percent === undefined ? undefined : t("running")}>
      <Download aria-hidden="true" className="size-4" />
      <span aria-live="polite">{percent === undefined ? t("label") : t("percent", { percent })}</span>
    </Button>
  );
}

async function collect(
  body: ReadableStream<Uint8Array>,
  entries: number,
  tell: (percent: number) => void,
): Promise<BlobPart[]> {
  const parts: BlobPart[] = [];
  const reader = body.getReader();
  let lines = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value as BlobPart);
    for (const byte of value) if (byte === 10) lines += 1;
    tell(Math.min(99, Math.floor((100 * lines) / Math.max(1, entries))));
  }
}

function offer(file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = "audit-log.csv";
  link.click();
  URL.revokeObjectURL(url);
}
