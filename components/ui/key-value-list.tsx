import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

interface KeyValueListProps {
  children: ReactNode;
  /** `rows`: label beside value. `stack`: label above, for narrow side columns. `summary`: values at the end, as in totals. */
  layout?: "rows" | "stack" | "summary";
  className?: string;
}

/** Facts of a record as a description list of <KeyValue>. */
export function KeyValueList({ children, layout = "rows", className }: KeyValueListProps) {
  return (
    <dl
      data-slot="key-value-list"
      data-layout={layout}
      className={cn("group/facts grid", layout === "stack" ? "gap-3" : "gap-2", className)}
    >
      {children}
    </dl>
  );
}

export function KeyValue({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div
      className={cn(
        "grid min-w-0 gap-x-4",
        "group-data-[layout=rows]/facts:sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)]",
        "group-data-[layout=summary]/facts:grid-cols-[1fr_auto]",
      )}
    >
      <dt className="text-muted group-data-[layout=stack]/facts:text-sm">{label}</dt>
      <dd className="group-data-[layout=summary]/facts:tabular wrap-anywhere min-w-0 group-data-[layout=summary]/facts:text-end">
        {children}
      </dd>
    </div>
  );
}
