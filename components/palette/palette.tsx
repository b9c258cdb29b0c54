"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isTyping } from "@/components/lists/typing";
import { Kbd } from "@/components/ui/kbd";
import type { ChoiceGroup } from "./choice";
import type { RecordKind } from "./records";

const PaletteDialog = dynamic(() => import("./palette-dialog"), { ssr: false });
const ShortcutSheet = dynamic(() => import("./shortcut-sheet"), { ssr: false });

/** As they stand on the keyboards themselves, in every language. */
const keys = { mac: "⌘K", others: "Ctrl K" };

interface PaletteProps {
  /** Pages and actions that the person may reach. */
  groups: readonly ChoiceGroup[];
  kinds: readonly RecordKind[];
}

/** Search over pages, actions and records, by Ctrl/Cmd-K from anywhere; `?` shows the keys. Loaded when first asked for. */
export function Palette({ groups, kinds }: PaletteProps) {
  const t = useTranslations("palette");
  const [shown, setShown] = useState<"search" | "keys">();
  const [isMac, setMac] = useState(false);

  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.platform)), []);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        setShown((now) => (now === "search" ? undefined : "search"));
      } else if (event.key === "?" && !isTyping(event.target)) {
        event.preventDefault();
        setShown("keys");
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const close = () => setShown(undefined);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setShown("search")}
        className="flex h-9 cursor-pointer items-center gap-2 rounded-control border border-border-strong bg-surface px-2.5 text-subtle text-sm transition-colors hover:border-subtle max-sm:border-transparent max-sm:bg-transparent"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="max-sm:sr-only sm:pe-6">{t("open")}</span>
        <Kbd className="max-sm:hidden">{isMac ? keys.mac : keys.others}</Kbd>
      </button>
      {shown === "search" && (
        <PaletteDialog groups={groups} kinds={kinds} onClose={close} onKeys={() => setShown("keys")} />
      )}
      {shown === "keys" && <ShortcutSheet modifier={isMac ? "⌘" : "Ctrl"} onClose={close} />}
    </>
  );
}
