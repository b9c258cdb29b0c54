"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { CornerDownLeft, Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { dialogScrim } from "@/components/ui/dialog-styles";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";
import { type Choice, type ChoiceGroup, fits } from "./choice";
import { recentChoices, rememberChoice } from "./recent";
import { type RecordKind, recordKinds } from "./records";
import { useRecords } from "./use-records";

interface PaletteDialogProps {
  groups: readonly ChoiceGroup[];
  kinds: readonly RecordKind[];
  onClose: () => void;
  onKeys: () => void;
}

export default function PaletteDialog({ groups, kinds, onClose, onKeys }: PaletteDialogProps) {
  const t = useTranslations("palette");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const { found, isSearching } = useRecords(typed, kinds);
  const recent = useRecent();

  const wanted = typed.trim();
  const shown: ChoiceGroup[] = [
    ...(wanted === "" ? [{ key: "recent", label: t("recent"), items: recent }] : []),
    ...recordKinds.map((kind) => ({
      key: kind,
      label: t(`kinds.${kind}`),
      items: found.records[kind] ?? [],
    })),
    ...groups.map(({ items, ...group }) => ({ ...group, items: items.filter((item) => fits(item, wanted)) })),
  ].filter(({ items }) => items.length > 0);

  function go(choice: Choice) {
    if (isRecord(choice.href)) rememberChoice(choice);
    onClose();
    router.push(choice.href);
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogScrim} />
        <Dialog.Viewport className="fixed inset-0 z-50 grid items-start justify-items-center overflow-hidden p-3 sm:pt-[12vh]">
          <Dialog.Popup
            data-slot="palette"
            className="flex max-h-[min(32rem,calc(100dvh-1.5rem))] w-full max-w-xl flex-col overflow-hidden rounded-surface bg-overlay shadow-float outline-none transition duration-150 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <Dialog.Title className="sr-only">{t("open")}</Dialog.Title>
            <Autocomplete.Root
              inline
              open
              mode="none"
              autoHighlight="always"
              keepHighlight
              items={shown}
              value={typed}
              onValueChange={setTyped}
              itemToStringValue={(choice: Choice) => choice.label}
            >
              <div className="flex items-center gap-3 border-b px-4">
                <Search aria-hidden="true" className="size-4 shrink-0 text-subtle" />
                <Autocomplete.Input
                  aria-label={t("placeholder")}
                  placeholder={t("placeholder")}
                  className="h-12 w-full min-w-0 bg-transparent text-md outline-none placeholder:text-subtle"
                />
                {isSearching && <Spinner />}
              </div>
              <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 empty:hidden">
                {(group: ChoiceGroup) => (
                  <Autocomplete.Group key={group.key} items={group.items} className="pb-2 last:pb-0">
                    <Autocomplete.GroupLabel className="px-2 pt-1.5 pb-1 font-medium text-subtle text-xs">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(choice: Choice) => (
                        <Autocomplete.Item
                          key={`${group.key} ${choice.href}`}
                          value={choice}
                          onClick={() => go(choice)}
                          className="flex cursor-pointer items-baseline gap-3 rounded-control px-2 py-2 outline-none data-highlighted:bg-surface-muted"
                        >
                          <span className="truncate">
                            <bdi>{choice.label}</bdi>
                          </span>
                          {choice.hint && (
                            <span className="ms-auto max-w-[50%] shrink-0 truncate text-sm text-subtle">
                              <bdi>{choice.hint}</bdi>
                            </span>
                          )}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
              <Autocomplete.Status className="px-4 text-muted text-sm not-empty:py-4">
                {shown.length === 0 && !isSearching && t("nothing", { typed: wanted })}
                {!found.isWhole && t("partly")}
              </Autocomplete.Status>
            </Autocomplete.Root>
            <footer className="flex items-center gap-4 border-t px-4 py-2 text-sm text-subtle max-sm:hidden">
              <span className="flex items-center gap-1.5">
                <Kbd>
                  <CornerDownLeft aria-hidden="true" className="size-3" />
                </Kbd>
                {t("keys.open")}
              </span>
              <button
                type="button"
                className="ms-auto flex cursor-pointer items-center gap-1.5"
                onClick={onKeys}
              >
                <Kbd>?</Kbd>
                {t("keys.title")}
              </button>
            </footer>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What was last gone to but this page, whose record is remembered for the next time. */
function useRecent(): readonly Choice[] {
  const here = usePathname();
  const [recent] = useState(() => recentChoices().filter(({ href }) => href !== here));
  useEffect(() => {
    const [label = ""] = document.title.split(" · ");
    if (isRecord(here) && label !== "") rememberChoice({ href: here, label });
  }, [here]);
  return recent;
}

function isRecord(path: string): boolean {
  return /\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(path);
}
