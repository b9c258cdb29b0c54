import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { tabListStyles, tabStyles } from "./tab-styles";

export interface NavTab {
  href: string;
  label: ReactNode;
  count?: ReactNode;
}

interface NavTabsProps {
  label: string;
  tabs: readonly NavTab[];
  /** `href` of the tab that is open: the page knows it from its own URL. */
  current: string;
  className?: string;
}

/** Tabs that are addresses: parts of a record, saved views of a list. */
export function NavTabs({ label, tabs, current, className }: NavTabsProps) {
  return (
    <nav data-slot="nav-tabs" aria-label={label} className={cn(tabListStyles, className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.href === current ? "page" : undefined}
          className={cn(tabStyles, tab.href === current && "border-text text-text")}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tabular font-normal text-subtle">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
