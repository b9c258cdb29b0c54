"use client";

import { PanelLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import { cn } from "@/lib/ui/cn";
import { type Area, type AreaGroup, isCurrentArea } from "./area";
import { AreaLink } from "./area-link";
import { type Brand, BrandMark } from "./brand-mark";
import { rememberCollapsed } from "./sidebar-cookie";

export interface AdminSidebarProps {
  brand: Brand;
  homeHref: string;
  groups: readonly AreaGroup[];
  labels: { navigation: string; collapse: string; expand: string };
  /** As the cookie says, so that the first paint is right: `cookies().get(sidebarCookie)?.value === "collapsed"`. */
  defaultCollapsed?: boolean;
  /** Above the collapse button, such as a switch between companies. */
  footer?: ReactNode;
}

/** Areas of the admin, 240 px wide or icons only. Hidden on phones, where <BottomNavigation> takes over. */
export function AdminSidebar({
  brand,
  homeHref,
  groups,
  labels,
  defaultCollapsed = false,
  footer,
}: AdminSidebarProps) {
  const [isCollapsed, setIsCollapsed] = useState(defaultCollapsed);
  const pathname = usePathname();

  function toggle() {
    setIsCollapsed(!isCollapsed);
    rememberCollapsed(!isCollapsed);
  }

  return (
    <nav
      aria-label={labels.navigation}
      data-slot="admin-sidebar"
      data-collapsed={isCollapsed || undefined}
      className={cn(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-e bg-background transition-[width] duration-200 ease-out md:flex",
        isCollapsed ? "w-14" : "w-(--sidebar)",
      )}
    >
      <div className={cn("flex h-14 shrink-0 items-center px-4", isCollapsed && "justify-center px-0")}>
        <BrandMark brand={brand} href={homeHref} compact={isCollapsed} />
      </div>
      <div className="flex-1 overflow-y-auto overflow-x-hidden px-2 py-1">
        {groups.map((group) => (
          <SidebarGroup
            key={group.areas[0]?.href}
            group={group}
            isCollapsed={isCollapsed}
            pathname={pathname}
          />
        ))}
      </div>
      <div className={cn("grid gap-1 p-2", isCollapsed && "justify-items-center")}>
        {!isCollapsed && footer}
        <IconButton
          label={isCollapsed ? labels.expand : labels.collapse}
          icon={<PanelLeft aria-hidden="true" className="rtl:-scale-x-100" />}
          aria-expanded={!isCollapsed}
          onClick={toggle}
        />
      </div>
    </nav>
  );
}

interface SidebarGroupProps {
  group: AreaGroup;
  isCollapsed: boolean;
  pathname: string;
}

function SidebarGroup({ group, isCollapsed, pathname }: SidebarGroupProps) {
  return (
    <div className="mt-4 first:mt-0">
      {group.label && !isCollapsed && <p className="px-2 pb-1 text-sm text-subtle">{group.label}</p>}
      <ul className="grid gap-px">
        {group.areas.map((area) => (
          <li key={area.href}>
            <SidebarLink area={area} isCollapsed={isCollapsed} isCurrent={isCurrentArea(area, pathname)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SidebarLink({
  area,
  isCollapsed,
  isCurrent,
}: {
  area: Area;
  isCollapsed: boolean;
  isCurrent: boolean;
}) {
  const link = <AreaLink area={area} isCurrent={isCurrent} iconOnly={isCollapsed} />;
  if (!isCollapsed) return link;
  return (
    <Tooltip content={area.label} side="inline-end">
      {link}
    </Tooltip>
  );
}
