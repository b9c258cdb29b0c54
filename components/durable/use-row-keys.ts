"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * J and K move through a table's rows, X selects the row that has the focus; Enter opens it, as it does any link. The rows carry
 * `data-row` and a row link. Returns the body's ref.
 */
export function useRowKeys(
  onSelect: ((id: string) => void) | undefined,
): RefObject<HTMLTableSectionElement | null> {
  const body = useRef<HTMLTableSectionElement>(null);
  const select = useRef(onSelect);

  useEffect(() => {
    select.current = onSelect;
  });

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const rows = [...(body.current?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === "j" || event.key === "k") {
        const next = rows[at === -1 ? 0 : at + (event.key === "j" ? 1 : -1)];
        next?.querySelector<HTMLElement>("[data-slot=row-link]")?.focus();
        event.preventDefault();
      }
      const row = rows[at]?.dataset.row;
      if (event.key === "x" && row !== undefined) select.current?.(row);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return body;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [role=dialog]") !== null;
}
