import { cva, type VariantProps } from "class-variance-authority";

/**
 * Looks of a button, for <Button>, <ButtonLink> and anything that must look like one. One primary per view: it is
 * what most people came to do. `danger` is for what cannot be undone, not for "Cancel". Pass the result through cn().
 */
export const buttonVariants = cva(
  [
    "group/button relative inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-1.5",
    "whitespace-nowrap rounded-control border font-medium transition-colors",
    "aria-disabled:cursor-not-allowed disabled:cursor-not-allowed aria-busy:cursor-progress",
    "[&_svg]:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-contrast hover:bg-accent-hover",
        secondary:
          "border-border-strong bg-surface text-text hover:bg-surface-muted data-popup-open:bg-surface-muted",
        ghost:
          "border-transparent text-muted hover:bg-surface-muted hover:text-text data-popup-open:bg-surface-muted data-popup-open:text-text",
        danger: "border-transparent bg-danger-solid text-danger-contrast hover:bg-danger-hover",
        link: "rounded-sm border-transparent text-accent-text underline decoration-1 decoration-current/35 underline-offset-3 hover:decoration-current",
      },
      size: {
        sm: "h-7 px-2 text-sm pointer-coarse:h-9 pointer-coarse:px-3",
        md: "h-(--control) px-3 text-(length:--control-text)",
        lg: "h-11 px-5 text-md",
      },
      refused: {
        // Still in the tab order and still readable: the person has to be able to find out why.
        true: "border-border bg-surface-muted text-subtle hover:bg-surface-muted hover:text-subtle",
      },
    },
    compoundVariants: [
      { variant: "link", className: "h-auto px-0" },
      {
        variant: ["link", "ghost"],
        refused: true,
        className: "border-transparent bg-transparent hover:bg-transparent",
      },
    ],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = Pick<VariantProps<typeof buttonVariants>, "variant" | "size">;
