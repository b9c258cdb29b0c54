"use client";

import { useEffect } from "react";
import { isTyping } from "./typing";

/**
 * Keys for every list: J and K move through the rows, X presses the box of the row that has the focus. Enter opens a row, as it does
 * any link. Rows are known by their <RowLink>.
 */
export function ListKeys() {
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
    return;
  const links = [...document.querySelectorAll<HTMLElement>("main [data-slot=row-link]")];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  if (event.key === "j" || event.key === "k") {
    const next = at === -1 ? 0 : at + (event.key === "j" ? 1 : -1);
    links[next]?.focus();
    event.preventDefault();
  } else if (event.key === "x") {
    links[at]
      ?.closest("tr")
      ?.querySelector<HTMLElement>("[data-slot=checkbox], input[type=checkbox]")
      ?.click();
  }
}
