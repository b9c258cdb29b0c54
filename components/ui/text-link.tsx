import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";

type TextLinkProps = ComponentProps<typeof Link> & {
  /** `quiet` where a link is expected, as in tables and facts: underlined only under the pointer. */
  tone?: "accent" | "quiet";
};

/** A link within text. */
export function TextLink({ tone = "accent", className, ...rest }: TextLinkProps) {
  return (
    <Link
      data-slot="text-link"
      className={cn(
        "rounded-sm decoration-1 underline-offset-3 hover:underline hover:decoration-current",
        tone === "accent" && "text-accent-text underline decoration-current/35",
        tone === "quiet" && "text-text",
        className,
      )}
      {...rest}
    />
  );
}
