"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { confirmIdentity, freshSignInNeeded } from "@/components/forms/step-up";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

const megabyte = 1_000_000;

/** Takes a company's data out as a file, asking for a fresh proof first where it is wanted; says how much has come. */
export function ExportCompany({ href, fileName }: { href: string; fileName: string }) {
  const t = useTranslations("platform.export");
  const text = useProblemText();
  const [megabytes, setMegabytes] = useState<number>();

  async function save() {
    setMegabytes(0);
    try {
      let answer = await fetch(href, { method: "POST" });
      let code = await refusalOf(answer);
      if (code === freshSignInNeeded && (await confirmIdentity())) {
        answer = await fetch(href, { method: "POST" });
        code = await refusalOf(answer);
      }
      if (code !== undefined || answer.body === null) {
        toast.error(text.refusal({ code: code ?? "unexpected" }));
        return;
      }
      // The browser keeps a large file on its disk rather than in its memory.
      const file = await new Response(answer.body.pipeThrough(counting(setMegabytes))).blob();
      offer(file, fileName);
      toast.success(t("done"));
    } catch {
      toast.error(t("cut"));
    } finally {
      setMegabytes(undefined);
    }
  }

  return (
    <Button onClick={save} disabledReason={megabytes === undefined ? undefined : t("running")}>
      <Download aria-hidden="true" className="size-4" />
      <span aria-live="polite">{megabytes === undefined ? t("label") : t("progress", { megabytes })}</span>
    </Button>
  );
}

async function refusalOf(answer: Response): Promise<string | undefined> {
  if (answer.ok) return undefined;
  const { code = "unexpected" } = (await answer.json().catch(() => ({}))) as { code?: string };
  return code;
}

function counting(tell: (megabytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(part, controller) {
      bytes += part.length;
      tell(Math.floor(bytes / megabyte));
      controller.enqueue(part);
    },
  });
}

function offer(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
