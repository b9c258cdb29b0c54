import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

interface EmptyStateProps {
  /** What belongs here. */
  title: ReactNode;
  /** Why there is nothing. */
  children?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
  icon?: ReactNode;
  /** What it is: nothing yet, nothing found, refused, failed. Failure is announced. */
  kind?: "empty" | "failed";
  className?: string;
}

/** In the place of a list or a page that has nothing to show, whatever the reason. */
export function EmptyState({ title, children, action, icon, kind = "empty", className }: EmptyStateProps) {
  return (
    <div
      role={kind === "failed" ? "alert" : undefined}
      data-slot="empty-state"
      className={cn(
        "mx-auto flex max-w-md flex-col items-center gap-1.5 px-4 py-12 text-center",
        "[&_svg]:size-5 [&_svg]:stroke-[1.75]",
        className,
      )}
    >
      {icon && (
        <span aria-hidden="true" className="mb-1.5 text-subtle">
          {icon}
        </span>
      )}
      <div className="font-semibold">{title}</div>
      {children && <div className="text-balance text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
