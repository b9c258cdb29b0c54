"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { MailFrame } from "./mail-frame";

type View = "light" | "dark" | "text";
const views = ["light", "dark", "text"] as const;

/** A mail to look at: as HTML in both themes, and as text. */
export function MailPreview({ html, text, label }: { html: string; text: string; label: string }) {
  const t = useTranslations("mailbox.preview");
  const [view, setView] = useState<View>("light");

  return (
    <div>
      <fieldset className="flex gap-1 px-4 pb-3">
        <legend className="sr-only">{t("view")}</legend>
        {views.map((choice) => (
          <Button
            key={choice}
            type="button"
            size="sm"
            variant={choice === view ? "secondary" : "ghost"}
            aria-pressed={choice === view}
            onClick={() => setView(choice)}
          >
            {t(choice)}
          </Button>
        ))}
      </fieldset>
      {view === "text" ? (
        <pre className="max-h-[36rem] select-text overflow-auto whitespace-pre-wrap border-t p-4 font-mono text-sm wrap-anywhere">
          {text}
        </pre>
      ) : (
        <MailFrame html={html} look={view} label={label} />
      )}
    </div>
  );
}
