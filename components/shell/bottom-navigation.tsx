"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Sheet } from "@/components/ui/sheet";
import { cn } from "@/lib/ui/cn";
import { type AreaGroup, isCurrentArea } from "./area";
import { AreaSheetList } from "./area-sheet-list";

interface BottomNavigationProps {
  groups: readonly AreaGroup[];
  label: string;
  moreLabel: string;
}

/** On a phone: the first four areas under the thumb, all of them in a sheet. */
export function BottomNavigation({ groups, label, moreLabel }: BottomNavigationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const pathname = usePathname();
  const first = groups.flatMap((group) => group.areas).slice(0, 4);
  const isElsewhere = !first.some((area) => isCurrentArea(area, pathname));

  return (
    <nav
      data-slot="bottom-navigation"
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-40 grid grid-cols-5 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {first.map((area) => {
        const isCurrent = isCurrentArea(area, pathname);
        return (
          <Link
            key={area.href}
            href={area.href}
            aria-current={isCurrent ? "page" : undefined}
            className={cn(itemStyles, isCurrent && "text-text")}
          >
            {area.icon}
            <span className="w-full truncate text-center">{area.label}</span>
          </Link>
        );
      })}
      <Sheet
        title={label}
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <button type="button" className={cn(itemStyles, isElsewhere && "text-text")}>
            <Ellipsis aria-hidden="true" />
            {moreLabel}
          </button>
        }
      >
        <AreaSheetList groups={groups} label={label} onNavigate={() => setIsOpen(false)} />
      </Sheet>
    </nav>
  );
}

const itemStyles = [
  "flex h-14 min-w-0 cursor-pointer flex-col items-center justify-center gap-1 px-1 font-medium text-subtle text-xs",
  "focus-visible:outline-offset-[-3px] [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:stroke-[1.75]",
].join(" ");
