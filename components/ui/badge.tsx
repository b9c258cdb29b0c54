import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import type { Tone } from "@/lib/ui/tone";

const badgeVariants = cva(
  "inline-flex max-w-full items-center gap-1.5 whitespace-nowrap font-medium text-sm",
  {
    variants: {
      look: { soft: "h-6 rounded-control px-2", plain: "h-5" },
      tone: { neutral: "", info: "", positive: "", warning: "", danger: "" },
    },
    compoundVariants: [
      { look: "soft", tone: "neutral", className: "bg-neutral-soft text-neutral" },
      { look: "soft", tone: "info", className: "bg-info-soft text-info" },
      { look: "soft", tone: "positive", className: "bg-positive-soft text-positive" },
      { look: "soft", tone: "warning", className: "bg-warning-soft text-warning" },
      { look: "soft", tone: "danger", className: "bg-danger-soft text-danger" },
      { look: "plain", className: "align-middle font-normal text-base text-text" },
    ],
    defaultVariants: { look: "soft", tone: "neutral" },
  },
);

const dots: Record<Tone, string> = {
  neutral: "bg-neutral-solid",
  info: "bg-info-solid",
  positive: "bg-positive-solid",
  warning: "bg-warning-solid",
  danger: "bg-danger-solid",
};

interface BadgeProps {
  tone?: Tone;
  /** `plain` (dot and word, no ground) in tables, where thirty grounds would shout. */
  look?: "soft" | "plain";
  /** Off for a mere tag or count. */
  dot?: boolean;
  children: ReactNode;
  className?: string;
}

/** A dot and a word: the colour only repeats what the word says. */
export function Badge({ tone = "neutral", look = "soft", dot = true, children, className }: BadgeProps) {
  return (
    <span data-slot="badge" data-tone={tone} className={cn(badgeVariants({ look, tone }), className)}>
      {dot && <span aria-hidden="true" className={cn("size-1.5 shrink-0 rounded-full", dots[tone])} />}
      <span className="truncate">{children}</span>
    </span>
  );
}
