"use client";

import { Menu as MenuIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";
import { cn } from "@/lib/ui/cn";
import { type Area, isCurrentArea } from "./area";
import { AreaSheetList } from "./area-sheet-list";
import { type Brand, BrandMark } from "./brand-mark";

export interface TopNavigationProps {
  brand: Brand;
  homeHref: string;
  areas: readonly Area[];
  labels: { navigation: string; menu: string };
  /** Language, theme, person or "Sign in". */
  actions?: ReactNode;
}

/** Head of portal and storefront: brand, areas, what concerns the person. Where areas might not fit in some language, a sheet has them. */
export function TopNavigation({ brand, homeHref, areas, labels, actions }: TopNavigationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const pathname = usePathname();

  return (
    <header data-slot="top-navigation" className="sticky top-0 z-30 border-b bg-surface">
      <div className="mx-auto flex h-16 max-w-list items-center gap-2 px-4 sm:px-6">
        {areas.length > 0 && (
          <Sheet
            title={labels.navigation}
            open={isOpen}
            onOpenChange={setIsOpen}
            trigger={
              <IconButton
                label={labels.menu}
                tooltip={false}
                icon={<MenuIcon aria-hidden="true" />}
                className="-ms-2 xl:hidden"
              />
            }
          >
            <AreaSheetList
              groups={[{ areas }]}
              label={labels.navigation}
              onNavigate={() => setIsOpen(false)}
            />
          </Sheet>
        )}
        <BrandMark brand={brand} href={homeHref} className="xl:me-6" />
        {areas.length > 0 && (
          <nav aria-label={labels.navigation} className="hidden min-w-0 gap-1 xl:flex">
            {areas.map((area) => (
              <Link
                key={area.href}
                href={area.href}
                aria-current={isCurrentArea(area, pathname) ? "page" : undefined}
                className={cn(
                  "inline-flex h-9 items-center gap-1.5 whitespace-nowrap rounded-control px-3 font-medium text-base text-muted transition-colors hover:bg-surface-muted hover:text-text",
                  isCurrentArea(area, pathname) && "bg-neutral-soft text-text",
                )}
              >
                {area.label}
                {area.count !== undefined && (
                  <span className="tabular font-normal text-subtle">{area.count}</span>
                )}
              </Link>
            ))}
          </nav>
        )}
        {actions && <div className="ms-auto flex items-center gap-1">{actions}</div>}
      </div>
    </header>
  );
}
