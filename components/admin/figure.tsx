import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/ui/cn";

interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  /** What it leads to. */
  href?: string;
  /** Takes the room of two. */
  isWide?: boolean;
  /** What the figure means today. */
  children?: ReactNode;
}

/** One number that matters, with its name and its meaning. */
export function Figure({ label, value, href, isWide = false, children }: FigureProps) {
  return (
    <Card className={cn("relative grid content-start gap-1 p-4", isWide && "xl:col-span-2")}>
      <p className="text-muted text-sm">
        {href ? (
          <Link
            href={href}
            className="rounded-sm after:absolute after:inset-0 after:rounded-surface hover:text-text"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="tabular font-semibold text-xl">{value}</p>
      {children && <p className="text-sm text-subtle">{children}</p>}
    </Card>
  );
}
