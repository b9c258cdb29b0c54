"use client";

import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";

interface PersonMenuProps {
  /** What the button is: "Account of Ada Lovelace". */
  label: string;
  name: string;
  /** Address or role, below the name. */
  detail?: string;
  /** <MenuLink>, <MenuItem>, <ThemeChoices> and <MenuSeparator>. */
  children: ReactNode;
}

/** Who is signed in, and what concerns only them. */
export function PersonMenu({ label, name, detail, children }: PersonMenuProps) {
  return (
    <Menu
      className="min-w-56"
      trigger={
        <button
          type="button"
          aria-label={label}
          className="grid size-9 cursor-pointer place-items-center rounded-full transition-colors hover:bg-surface-muted data-popup-open:bg-surface-muted"
        >
          <Initials name={name} />
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-medium">{name}</p>
        {detail && <p className="truncate text-sm text-subtle">{detail}</p>}
      </div>
      <div className="-mx-1 mb-1 h-px bg-border" />
      {children}
    </Menu>
  );
}

/** First letters of the first and the last name. */
function Initials({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return (
    <span
      aria-hidden="true"
      className="grid size-7 place-items-center rounded-full bg-accent-soft font-semibold text-accent-text text-xs"
    >
      {letters.join("").toLocaleUpperCase()}
    </span>
  );
}
