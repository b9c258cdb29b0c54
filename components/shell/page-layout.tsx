import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

interface PageLayoutProps {
  /** 1280 for lists, 960 for records, 720 for forms and reading. */
  width: "list" | "record" | "form";
  children: ReactNode;
  className?: string;
}

/** Column of a page, its parts 20 px apart. */
export function PageLayout({ width, children, className }: PageLayoutProps) {
  return (
    <div
      data-slot="page-layout"
      className={cn(
        "mx-auto grid w-full grid-cols-[minmax(0,1fr)] gap-5",
        { list: "max-w-list", record: "max-w-list", form: "max-w-form" }[width],
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Body of a record: main column, and 320 px of what is related, where anything is. On a phone the one follows the other. */
export function RecordColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  if (!side) return children;
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 content-start gap-5">{children}</div>
      <aside className="grid min-w-0 content-start gap-5">{side}</aside>
    </div>
  );
}
