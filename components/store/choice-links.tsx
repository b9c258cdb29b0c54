import Link from "next/link";
import { cn } from "@/lib/ui/cn";

interface ChoiceLinksProps {
  label: string;
  choices: readonly { href: string; label: string; isChosen: boolean; note?: string }[];
  className?: string;
}

/** One of a few, chosen by address: it can be sent, and works before any script. */
export function ChoiceLinks({ label, choices, className }: ChoiceLinksProps) {
  return (
    <nav
      aria-label={label}
      className={cn("flex max-w-full flex-wrap gap-1 rounded-surface bg-surface-muted p-1", className)}
    >
      {choices.map(({ href, label: text, isChosen, note }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          replace
          aria-current={isChosen ? "true" : undefined}
          className={cn(
            "inline-flex min-h-9 items-center gap-2 rounded-control px-3 font-medium text-base text-muted transition-colors hover:text-text",
            isChosen && "bg-surface text-text shadow-[0_0_0_1px_var(--border)]",
          )}
        >
          {text}
          {note && (
            <span dir="ltr" className="tabular font-normal text-positive text-sm">
              {note}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
