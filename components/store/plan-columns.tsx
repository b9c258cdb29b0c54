import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

/** Plans side by side, as many as fit; on a phone one after the other. */
export function PlanColumns({ count, children }: { count: number; children: ReactNode }) {
  const columns =
    count >= 4
      ? "sm:grid-cols-2 lg:grid-cols-4"
      : count === 3
        ? "lg:grid-cols-3"
        : count === 2
          ? "sm:grid-cols-2"
          : "";
  return (
    <div
      className={cn(
        "grid gap-5 lg:gap-4 xl:gap-5",
        columns,
        count === 1 && "max-w-md",
        count === 2 && "max-w-4xl",
      )}
    >
      {children}
    </div>
  );
}
