import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

/** One grey block in the place of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      data-slot="skeleton"
      aria-hidden="true"
      className={cn("block h-4 animate-pulse rounded-sm bg-surface-muted", className)}
    />
  );
}

/** The true shape of what is coming, made of <Skeleton>; stays unseen for 150 ms, since most answers come sooner. */
export function SkeletonGroup({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div role="status" data-slot="skeleton-group" className={cn("appear-late", className)}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
