import { Children, type ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

interface PageHeaderProps {
  title: ReactNode;
  /** How many, after the title of a list. */
  count?: ReactNode;
  /** State of the record. */
  badge?: ReactNode;
  /** Key facts, shown in one line with dots between. */
  facts?: ReactNode;
  /** One sentence, where the page needs explaining. */
  description?: ReactNode;
  /** The primary action and, after it, the menu of others. */
  actions?: ReactNode;
  className?: string;
}

/** Head of a page: what this is, how it stands, what can be done. */
export function PageHeader({ title, count, badge, facts, description, actions, className }: PageHeaderProps) {
  return (
    <header
      data-slot="page-header"
      className={cn("flex flex-wrap items-start justify-between gap-x-6 gap-y-3", className)}
    >
      <div className="grid min-w-0 flex-1 basis-64 gap-1">
        <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="flex min-w-0 flex-wrap items-baseline gap-x-2 font-semibold text-(length:--title-text) leading-[1.35] tracking-[-0.014em] rtl:tracking-normal">
            <span className="wrap-anywhere min-w-0">{title}</span>
            {count !== undefined && <span className="tabular font-normal text-subtle">{count}</span>}
          </h1>
          {badge}
        </div>
        {facts && <FactsLine>{facts}</FactsLine>}
        {description && <p className="max-w-form text-pretty text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

function FactsLine({ children }: { children: ReactNode }) {
  return (
    // Every fact has its dot before it; those at the start of a line fall outside the clip, however the line wraps.
    <div className="[clip-path:inset(-6px_-4px)]">
      <ul className="-ms-5 flex flex-wrap items-center gap-y-0.5 text-muted">
        {Children.toArray(children).map((fact, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one record, in fixed order.
            key={index}
            className="flex min-w-0 items-center before:w-5 before:shrink-0 before:text-center before:text-subtle before:content-['·']"
          >
            {fact}
          </li>
        ))}
      </ul>
    </div>
  );
}
