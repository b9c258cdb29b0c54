"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue, useRef, useState } from "react";
import { useSearchKey } from "@/components/lists/use-search-key";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";

export type FoundSetting = { href: string; label: string; help: string };
export type FoundPage = FoundSetting & { group: string; icon: ReactNode; settings: readonly FoundSetting[] };

/** All pages under Settings, and a search that finds single settings as well. */
export function SettingsIndex({ pages }: { pages: readonly FoundPage[] }) {
  const t = useTranslations("settings.index");
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useSearchKey(field);
  const words = useDeferredValue(typed).toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label, help }: { label: string; help: string }) =>
    words.every((word) => `${label} ${help}`.toLocaleLowerCase().includes(word));

  const shown = pages
    .map((page) => ({ ...page, settings: words.length > 0 ? page.settings.filter(fits) : [] }))
    .filter((page) => fits(page) || page.settings.length > 0);
  const groups = [...new Set(shown.map(({ group }) => group))];

  return (
    <div className="grid gap-6">
      <div className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-subtle"
        />
        <Input
          ref={field}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t("search")}
          aria-label={t("search")}
          aria-keyshortcuts="/"
          autoComplete="off"
          className="ps-9"
        />
      </div>
      <p role="status" className="sr-only">
        {words.length > 0 ? t("found", { count: shown.length }) : ""}
      </p>
      {shown.length === 0 && <EmptyState title={t("none.title")}>{t("none.text", { typed })}</EmptyState>}
      {groups.map((group) => (
        <section key={group} className="grid gap-2">
          <h2 className="font-medium text-muted text-xs">{group}</h2>
          <Card>
            <ul className="divide-y">
              {shown
                .filter((page) => page.group === group)
                .map((page) => (
                  <PageEntry key={page.href} page={page} />
                ))}
            </ul>
          </Card>
        </section>
      ))}
    </div>
  );
}

function PageEntry({ page: { href, icon, label, help, settings } }: { page: FoundPage }) {
  return (
    <li className="grid">
      <div className="relative flex items-start gap-3 p-4 transition-colors hover:bg-surface-muted/60">
        <span aria-hidden="true" className="mt-0.5 shrink-0 text-subtle [&>svg]:size-4">
          {icon}
        </span>
        <div className="grid gap-0.5">
          <Link href={href as never} className="rounded-sm font-medium after:absolute after:inset-0">
            {label}
          </Link>
          <p className="text-muted">{help}</p>
        </div>
      </div>
      {settings.length > 0 && (
        <ul className="grid gap-1 pb-3 ps-11 pe-4">
          {settings.map((setting) => (
            <li key={setting.href}>
              <Link
                href={setting.href as never}
                className="text-muted underline-offset-2 hover:text-text hover:underline"
              >
                {setting.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
