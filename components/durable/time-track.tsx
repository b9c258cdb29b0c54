import { cn } from "@/lib/ui/cn";
import type { Span } from "./spans";

/** What each piece looks like; its words stand beside it, so colour only repeats them. */
const looks: Record<Span["look"], string> = {
  done: "bg-positive-solid",
  failed: "bg-danger-solid",
  running: "animate-pulse bg-info-solid",
  gap: "top-1/2! h-px! bg-border-strong",
  sleep: "border border-border-strong bg-surface-muted",
  wait: "border border-border-strong border-dashed",
};

/** A step's share of the run's time. Time goes from left to right in every language. */
export function TimeTrack({ spans }: { spans: readonly Span[] }) {
  return (
    <span
      aria-hidden="true"
      dir="ltr"
      className="relative block h-3 w-full overflow-hidden rounded-sm bg-neutral-soft/60"
    >
      {spans.map(({ look, start, width }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one step, in their order.
          key={index}
          className={cn("absolute inset-y-0 min-w-0.5 rounded-xs", looks[look])}
          style={{ left: `min(${start}%, 100% - 2px)`, width: `${width}%` }}
        />
      ))}
    </span>
  );
}
