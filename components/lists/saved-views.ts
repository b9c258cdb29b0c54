"use client";

import { useEffect, useState } from "react";

export type SavedView = { readonly name: string; readonly href: string };

const most = 12;
const keyOf = (path: string) => `panel1.views ${path}`;

/** The views of a list that were saved in this browser, and how to change them. A view is a name and an address of the list. */
export function useSavedViews(path: string) {
  const [views, setViews] = useState<readonly SavedView[]>([]);
  useEffect(() => setViews(readViews(localStorage.getItem(keyOf(path)), path)), [path]);

  function keep(next: readonly SavedView[]) {
    setViews(next);
    try {
      localStorage.setItem(keyOf(path), JSON.stringify(next));
    } catch {
      // Storage that is full or switched off: the views last as long as the page.
    }
  }
  return {
    views,
    isFull: views.length >= most,
    save: (view: SavedView) => keep([...views.filter(({ href }) => href !== view.href), view].slice(0, most)),
    remove: (href: string) => keep(views.filter((view) => view.href !== href)),
  };
}

/** Views out of what is stored: only addresses of this very list, whatever somebody put there. */
export function readViews(stored: string | null, path: string): SavedView[] {
  try {
    const parsed: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(parsed) ? parsed.filter((view) => isView(view, path)).slice(0, most) : [];
  } catch {
    return [];
  }
}

function isView(view: unknown, path: string): view is SavedView {
  if (view === null || typeof view !== "object") return false;
  const { name, href } = view as Partial<Record<keyof SavedView, unknown>>;
  return (
    typeof name === "string" &&
    name !== "" &&
    name.length <= 60 &&
    typeof href === "string" &&
    href.startsWith(`${path}?`)
  );
}
