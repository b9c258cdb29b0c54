import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

/** A key to press. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      data-slot="kbd"
      dir="ltr"
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-current/25 px-1 font-sans text-xs",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
