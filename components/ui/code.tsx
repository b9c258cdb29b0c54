import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { ScrollRegion } from "./scroll-region";

/** Ids, names of hosts, anything that is read character by character. Always left to right. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <code
      data-slot="code"
      dir="ltr"
      className={cn("wrap-anywhere font-mono text-[0.93em] tracking-[-0.01em]", className)}
    >
      {children}
    </code>
  );
}

interface CodeBlockProps {
  children: string;
  /** Says what it is, for those who reach it by key or by ear. */
  label: string;
  className?: string;
}

/** Several lines of it, as they are. */
export function CodeBlock({ children, label, className }: CodeBlockProps) {
  return (
    <ScrollRegion label={label} className={cn("rounded-control border bg-surface-muted", className)}>
      <pre data-slot="code-block" dir="ltr" className="w-fit min-w-full p-3 font-mono text-sm">
        <code>{children}</code>
      </pre>
    </ScrollRegion>
  );
}
