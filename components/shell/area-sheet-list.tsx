"use client";

import { usePathname } from "next/navigation";
import { type AreaGroup, isCurrentArea } from "./area";
import { AreaLink } from "./area-link";

interface AreaSheetListProps {
  groups: readonly AreaGroup[];
  label: string;
  /** Closes the sheet: a link within the same frame does not unmount it. */
  onNavigate: () => void;
}

/** All areas as finger-sized rows. */
export function AreaSheetList({ groups, label, onNavigate }: AreaSheetListProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label}>
      {groups.map((group) => (
        <ul
          key={group.areas[0]?.href}
          className="mt-2 grid gap-px border-t pt-2 first:mt-0 first:border-t-0 first:pt-0"
        >
          {group.areas.map((area) => (
            <li key={area.href}>
              <AreaLink tall area={area} isCurrent={isCurrentArea(area, pathname)} onClick={onNavigate} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
