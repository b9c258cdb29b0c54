"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label"> {
  /** What it does, read out and shown in the tooltip. */
  label: string;
  icon: ReactNode;
  /** Keys that do the same, shown after the label. */
  shortcut?: ReactNode;
  /** Off where the popup that it opens would lie under the tooltip. */
  tooltip?: boolean;
}

/** Square button of one icon. */
export function IconButton({
  label,
  icon,
  shortcut,
  tooltip = true,
  size = "md",
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      type="button"
      variant="ghost"
      size={size}
      aria-label={label}
      className={cn("aspect-square px-0 pointer-coarse:px-0", className)}
      {...rest}
    >
      {icon}
    </Button>
  );

  // A refused button brings its own tooltip; two would fight over the place.
  if (!tooltip || rest.disabledReason !== undefined) return button;
  return (
    <Tooltip
      content={
        <span className="flex items-center gap-2">
          {label}
          {shortcut}
        </span>
      }
    >
      {button}
    </Tooltip>
  );
}
