import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { buttonVariants } from "./button-variants";

interface PaginationProps {
  /** Names the navigation, such as "Pages of invoices". */
  label: string;
  previous: { label: string; href?: string };
  next: { label: string; href?: string };
  /** How much is shown, such as "50 of 1,204". */
  summary?: ReactNode;
  className?: string;
}

/** Steps through a list by cursor; a step without `href` is the end of the list. Nothing when all fits one page. */
export function Pagination({ label, previous, next, summary, className }: PaginationProps) {
  const hasSteps = previous.href !== undefined || next.href !== undefined;
  if (!hasSteps && !summary) return null;

  return (
    <nav
      data-slot="pagination"
      aria-label={label}
      className={cn("flex items-center justify-between gap-4 text-muted text-sm", className)}
    >
      <span className="tabular">{summary}</span>
      {hasSteps && (
        <span className="flex gap-2">
          <Step href={previous.href} rel="prev">
            <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
            {previous.label}
          </Step>
          <Step href={next.href} rel="next">
            {next.label}
            <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
          </Step>
        </span>
      )}
    </nav>
  );
}

function Step({ href, rel, children }: { href?: string; rel: string; children: ReactNode }) {
  if (href === undefined) {
    return (
      <span
        aria-hidden="true"
        className={cn(buttonVariants({ size: "sm", refused: true }), "cursor-default")}
      >
        {children}
      </span>
    );
  }
  return (
    <Link href={href} rel={rel} className={cn(buttonVariants({ size: "sm" }))}>
      {children}
    </Link>
  );
}
