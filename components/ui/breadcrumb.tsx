import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { cn } from "@/lib/ui/cn";

export interface Crumb {
  label: string;
  /** Left out for the page itself, which comes last. */
  href?: string;
}

interface BreadcrumbProps {
  /** Names the navigation, such as "You are here". */
  label: string;
  crumbs: readonly Crumb[];
  className?: string;
}

/** Where the page lies. On a phone only the way back up is shown. */
export function Breadcrumb({ label, crumbs, className }: BreadcrumbProps) {
  const parent = crumbs.findLast((crumb) => crumb.href !== undefined);

  return (
    <nav data-slot="breadcrumb" aria-label={label} className={cn("min-w-0", className)}>
      {parent?.href && (
        <Link
          href={parent.href}
          className="flex max-w-full items-center gap-1 rounded-sm text-muted sm:hidden"
        >
          <ChevronLeft aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
          <span className="truncate">{parent.label}</span>
        </Link>
      )}
      <ol className={cn("-ms-1 flex min-w-0 items-center gap-0.5", parent && "max-sm:hidden")}>
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex min-w-0 items-center gap-1 last:shrink">
            {index > 0 && (
              <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-subtle rtl:-scale-x-100" />
            )}
            <CrumbLabel crumb={crumb} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function CrumbLabel({ crumb }: { crumb: Crumb }) {
  if (crumb.href === undefined) {
    return (
      <span aria-current="page" className="truncate px-1 font-medium">
        {crumb.label}
      </span>
    );
  }
  return (
    <Link
      href={crumb.href}
      className="truncate rounded-sm px-1 text-muted transition-colors hover:bg-surface-muted hover:text-text"
    >
      {crumb.label}
    </Link>
  );
}
