"use client";

import { ImageUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { cn } from "@/lib/ui/cn";

interface LogoFormProps {
  kind: "logo" | "darkLogo" | "icon";
  fileId: string | null;
  version: number;
  action: FormAction<unknown>;
  /** Where images are served, without the slash at its end. */
  images?: string;
  /** Sent along: whose brand it is, where it is not one's own. */
  hidden?: Readonly<Record<string, string>>;
}

const mostBytes = 140_000;

/** One image of the brand on the ground where it will stand: choose, replace, take away. */
export function LogoForm({ kind, fileId, version, action, images = "/brand", hidden = {} }: LogoFormProps) {
  const t = useTranslations("settings.brand.logo");
  const text = useProblemText();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function send(content: string) {
    setIsBusy(true);
    const { error } = await runAction(action, { ...hidden, kind, version, content });
    setIsBusy(false);
    setProblem(error && (error.fields?.[0] ? text.field(error.fields[0]) : text.refusal(error)));
    if (error) return;
    toast.success(t(content === "" ? "removed" : "saved"));
    router.refresh();
  }

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    if (file.size > mostBytes) return setProblem(t("tooLarge"));
    await send(await base64(file));
  }

  return (
    <div className="grid content-start gap-2">
      <h3 className="font-medium">{t(`${kind}.title`)}</h3>
      <div
        className={cn(
          "grid h-24 place-items-center overflow-hidden rounded-control border p-4",
          kind === "darkLogo" ? "bg-[oklch(0.17_0.006_265)]" : "bg-[oklch(1_0_0)]",
        )}
      >
        {fileId === null ? (
          <span
            className={cn(
              "text-sm",
              kind === "darkLogo" ? "text-[oklch(0.75_0_0)]" : "text-[oklch(0.5_0_0)]",
            )}
          >
            {t("none")}
          </span>
        ) : (
          // biome-ignore lint/performance/noImgElement: a tenant's small file of unknown proportions.
          <img
            src={`${images}/${fileId}`}
            alt={t(`${kind}.title`)}
            className="max-h-full max-w-full object-contain"
          />
        )}
      </div>
      <p className="text-sm text-subtle">{t(`${kind}.help`)}</p>
      {problem && (
        <p role="alert" className="text-danger text-sm">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label={t("chooseOf", { name: t(`${kind}.title`) })}
          onChange={choose}
          className="sr-only"
          tabIndex={-1}
        />
        <Button type="button" size="sm" pending={isBusy} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden="true" className="size-4" />
          {fileId === null ? t("choose") : t("replace")}
        </Button>
        {fileId !== null && (
          <Button type="button" size="sm" variant="ghost" disabled={isBusy} onClick={() => send("")}>
            {t("remove")}
          </Button>
        )}
      </div>
    </div>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
