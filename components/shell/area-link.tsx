import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";
import type { Area } from "./area";

interface AreaLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  area: Area;
  isCurrent: boolean;
  iconOnly?: boolean;
  /** Rows tall enough for fingers, as in a sheet. */
  tall?: boolean;
}

/** One line of a navigation. */
export function AreaLink({
  area,
  isCurrent,
  iconOnly = false,
  tall = false,
  className,
  ...rest
}: AreaLinkProps) {
  return (
    <Link
      {...rest}
      href={area.href}
      data-slot="area-link"
      aria-current={isCurrent ? "page" : undefined}
      aria-label={iconOnly ? area.label : undefined}
      className={cn(
        "flex items-center gap-2.5 rounded-control px-2 text-muted transition-colors hover:bg-surface-muted hover:text-text",
        "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.75]",
        tall ? "h-11 gap-3 text-md [&_svg]:size-5" : "h-8",
        iconOnly && "mx-auto w-9 justify-center px-0",
        isCurrent && "bg-neutral-soft font-medium text-text hover:bg-neutral-soft",
        className,
      )}
    >
      {area.icon}
      {!iconOnly && (
        <>
          <span className="min-w-0 flex-1 truncate">{area.label}</span>
          {area.count !== undefined && (
            <span className="tabular font-normal text-sm text-subtle">{area.count}</span>
          )}
        </>
      )}
    </Link>
  );
}
