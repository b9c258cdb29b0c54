import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { ScrollRegion } from "./scroll-region";

interface TableProps extends ComponentProps<"table"> {
  /** What the table lists; names it and the region that scrolls it. */
  label: string;
  /** 40 px a row, or 32. */
  density?: "normal" | "compact";
  /** Limits the height (`max-h-*`) so that the head stays while the rows scroll. */
  regionClassName?: string;
}

/** Rows and columns, scrolling sideways on its own where the window is narrow. Put it straight into a <Card>. */
export function Table({ label, density = "normal", regionClassName, className, ...rest }: TableProps) {
  return (
    <ScrollRegion label={label} className={cn("rounded-[inherit]", regionClassName)}>
      <table
        aria-label={label}
        data-slot="table"
        data-density={density}
        className={cn("group/table w-full border-separate border-spacing-0 text-base", className)}
        {...rest}
      />
    </ScrollRegion>
  );
}

export function TableHead(props: ComponentProps<"thead">) {
  return <thead data-slot="table-head" {...props} />;
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return (
    <tbody data-slot="table-body" className={cn("[&>tr:last-child>*]:border-b-0", className)} {...rest} />
  );
}

interface TableRowProps extends ComponentProps<"tr"> {
  selected?: boolean;
}

export function TableRow({ selected, className, ...rest }: TableRowProps) {
  return (
    <tr
      data-slot="table-row"
      data-selected={selected || undefined}
      className={cn(
        "group/row relative transition-colors data-selected:bg-accent-soft [tbody>&]:hover:not-data-selected:bg-surface-muted/60",
        className,
      )}
      {...rest}
    />
  );
}

interface TableHeaderCellProps extends ComponentProps<"th"> {
  numeric?: boolean;
  /** Order in force by this column. */
  sorted?: "ascending" | "descending";
  /** Where pressing the head leads: the same list, ordered by this column. */
  sortHref?: string;
}

export function TableHeaderCell({
  numeric,
  sorted,
  sortHref,
  className,
  children,
  ...rest
}: TableHeaderCellProps) {
  return (
    <th
      scope="col"
      data-slot="table-header-cell"
      aria-sort={sorted}
      className={cn(
        "sticky top-0 z-10 h-9 whitespace-nowrap border-b bg-surface px-3 text-start font-medium text-sm text-subtle first:ps-4 last:pe-4",
        numeric && "text-end",
        className,
      )}
      {...rest}
    >
      {sortHref === undefined ? (
        children
      ) : (
        <SortLink href={sortHref} sorted={sorted} numeric={numeric}>
          {children}
        </SortLink>
      )}
    </th>
  );
}

interface SortLinkProps {
  href: string;
  sorted?: "ascending" | "descending";
  numeric?: boolean;
  children: ReactNode;
}

function SortLink({ href, sorted, numeric, children }: SortLinkProps) {
  const Arrow = sorted === "ascending" ? ArrowUp : ArrowDown;
  return (
    <Link
      href={href}
      scroll={false}
      className={cn(
        "group/sort inline-flex items-center gap-1 rounded-sm hover:text-text",
        // The word, not the arrow, stands above the figures.
        numeric && "flex-row-reverse",
        sorted && "text-text",
      )}
    >
      {children}
      <Arrow
        aria-hidden="true"
        className={cn("size-3.5", !sorted && "opacity-0 group-hover/sort:opacity-60")}
      />
    </Link>
  );
}

interface TableCellProps extends ComponentProps<"td"> {
  /** Aligned to the end with figures of one width. */
  numeric?: boolean;
  /** Takes the room that is left, and cuts its text short rather than widening the table. */
  grow?: boolean;
}

export function TableCell({ numeric, grow, className, ...rest }: TableCellProps) {
  return (
    <td
      data-slot="table-cell"
      className={cn(
        "h-10 whitespace-nowrap border-b px-3 first:ps-4 last:pe-4 group-data-[density=compact]/table:h-8",
        numeric && "tabular text-end",
        grow && "w-full max-w-0 min-w-40 truncate",
        className,
      )}
      {...rest}
    />
  );
}

/** Names the row and opens it: the press counts anywhere in the row, other links and controls in it excepted. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      data-slot="row-link"
      className={cn(
        "rounded-sm font-medium text-text after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-[-2px]",
        className,
      )}
      {...rest}
    />
  );
}
