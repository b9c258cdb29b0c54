"use client";

import { BookmarkPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { type NavTab, NavTabs } from "@/components/ui/nav-tabs";
import { Popover } from "@/components/ui/popover";
import { type ListParameters, listHref } from "./list-url";
import { useSavedViews } from "./saved-views";

interface ViewTabsProps {
  label: string;
  /** The views that every list has from the start. */
  tabs: readonly NavTab[];
  path: string;
  current: ListParameters;
}

/**
 * The views of a list as tabs: those that come with it, and those that somebody saved in this browser. A view is an address, with
 * filters, order and columns, so it can be sent on too.
 */
export function ViewTabs({ label, tabs, path, current }: ViewTabsProps) {
  const t = useTranslations("common.views");
  const here = listHref(path, current, {});
  const { views, isFull, save, remove } = useSavedViews(path);
  const saved = views.find(({ href }) => href === here);
  const isKnown = saved !== undefined || tabs.some(({ href }) => href === here) || here === path;

  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <NavTabs
        label={label}
        current={here}
        className="min-w-0 flex-1"
        tabs={[...tabs, ...views.map(({ name, href }) => ({ href, label: <bdi>{name}</bdi> }))]}
      />
      {saved && (
        <IconButton
          size="sm"
          variant="ghost"
          label={t("remove", { name: saved.name })}
          icon={<X aria-hidden="true" />}
          onClick={() => remove(here)}
        />
      )}
      {!isKnown && !isFull && <SaveView onSave={(name) => save({ name, href: here })} />}
    </div>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const t = useTranslations("common.views");
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "") return;
    onSave(name.trim());
    setIsOpen(false);
  }

  return (
    <Popover
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t("save")}
      showTitle
      trigger={
        <Button type="button" size="sm" variant="ghost">
          <BookmarkPlus aria-hidden="true" />
          {t("save")}
        </Button>
      }
    >
      <form onSubmit={submit} className="grid gap-3">
        <Field
          label={t("name")}
          help={t("help")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          autoComplete="off"
          autoFocus
          required
        />
        <Button type="submit" variant="primary" className="justify-self-end">
          {t("keep")}
        </Button>
      </form>
    </Popover>
  );
}
