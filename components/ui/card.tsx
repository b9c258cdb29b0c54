import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

/** A surface with one hairline around it. Never inside another. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      data-slot="card"
      className={cn("min-w-0 rounded-surface border bg-surface", className)}
      {...rest}
    />
  );
}

interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Level of the title in the page's outline. */
  level?: 2 | 3;
  id?: string;
  className?: string;
}

/** Title of a card, with what can be done at its end. */
export function CardHeader({ title, description, actions, level = 2, id, className }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <header
      data-slot="card-header"
      className={cn(
        "flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2 sm:flex-nowrap",
        className,
      )}
    >
      <div className="grid min-w-0 gap-0.5">
        <Heading id={id} className="font-semibold text-(length:--body-text)">
          {title}
        </Heading>
        {description && <p className="text-pretty text-(length:--label-text) text-muted">{description}</p>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div data-slot="card-body" className={cn("px-4 pt-2 pb-4", className)} {...rest} />;
}

/** Where a form in a card is saved. */
export function CardFooter({ className, ...rest }: ComponentProps<"footer">) {
  return (
    <footer
      data-slot="card-footer"
      className={cn("flex flex-wrap items-center justify-end gap-2 border-t px-4 py-3", className)}
      {...rest}
    />
  );
}
