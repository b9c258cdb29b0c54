"use client";

import { Menu as Primitive } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { menuItemStyles, menuPopupStyles } from "./menu-styles";

interface MenuProps {
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "inline-end";
  className?: string;
  children: ReactNode;
}

/** Actions behind one button: arrows move, typing finds, Escape closes. */
export function Menu({ trigger, align = "end", side = "bottom", className, children }: MenuProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Positioner
          sideOffset={4}
          align={align}
          side={side}
          collisionPadding={8}
          className="z-60 outline-none"
        >
          <Primitive.Popup data-slot="menu" className={cn(menuPopupStyles, className)}>
            {children}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  shortcut?: ReactNode;
  tone?: "normal" | "danger";
  onSelect?: () => void;
  /** Why it cannot be chosen now, shown below it. */
  disabledReason?: string;
}

export function MenuItem({
  children,
  icon,
  shortcut,
  tone = "normal",
  onSelect,
  disabledReason,
}: MenuItemProps) {
  return (
    <Primitive.Item
      onClick={onSelect}
      disabled={disabledReason !== undefined}
      className={cn(
        menuItemStyles,
        tone === "danger" && "text-danger data-highlighted:bg-danger-soft [&>svg]:text-danger",
        disabledReason !== undefined && "items-start [&>svg]:mt-0.5",
      )}
    >
      {icon}
      <span className="grid min-w-0 flex-1">
        <span className="truncate">{children}</span>
        {disabledReason && <span className="text-pretty text-sm text-subtle">{disabledReason}</span>}
      </span>
      {shortcut}
    </Primitive.Item>
  );
}

/** An entry that goes somewhere. */
export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Primitive.LinkItem closeOnClick render={<Link href={href} />} className={menuItemStyles}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Primitive.LinkItem>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-border" />;
}

export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Group>
      <Primitive.GroupLabel className="px-2 pt-1.5 pb-1 text-sm text-subtle">{label}</Primitive.GroupLabel>
      {children}
    </Primitive.Group>
  );
}
