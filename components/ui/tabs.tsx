"use client";

import { Tabs as Primitive } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { tabListStyles, tabStyles } from "./tab-styles";

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  items: readonly TabItem[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  className?: string;
}

/** Panels of which one is seen, switched in place. Tabs that are pages are <NavTabs>. */
export function Tabs({ label, items, defaultValue, value, onValueChange, className }: TabsProps) {
  return (
    <Primitive.Root
      data-slot="tabs"
      value={value}
      defaultValue={defaultValue ?? items[0]?.value}
      onValueChange={(next) => onValueChange?.(String(next))}
      className={className}
    >
      <Primitive.List aria-label={label} activateOnFocus className={tabListStyles}>
        {items.map((item) => (
          <Primitive.Tab
            key={item.value}
            value={item.value}
            className={cn(tabStyles, "cursor-pointer data-active:border-text data-active:text-text")}
          >
            {item.label}
            {item.count !== undefined && <span className="tabular text-subtle">{item.count}</span>}
          </Primitive.Tab>
        ))}
      </Primitive.List>
      {items.map((item) => (
        <Primitive.Panel key={item.value} value={item.value} className="rounded-sm pt-4">
          {item.content}
        </Primitive.Panel>
      ))}
    </Primitive.Root>
  );
}
