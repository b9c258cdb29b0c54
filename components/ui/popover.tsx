"use client";

import { Popover as Primitive } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";

interface PopoverProps {
  trigger: ReactElement;
  /** Names the popup; hidden from sight unless `showTitle`. */
  title: ReactNode;
  showTitle?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

/** A small panel that belongs to its button: filters, a date, details. */
export function Popover({
  trigger,
  title,
  showTitle = false,
  open,
  onOpenChange,
  align = "start",
  className,
  children,
}: PopoverProps) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Positioner sideOffset={6} align={align} collisionPadding={12} className="z-60">
          <Primitive.Popup
            data-slot="popover"
            className={cn("floats w-72 max-w-(--available-width) p-3 outline-none", className)}
          >
            <Primitive.Title className={cn("mb-2 font-semibold text-base", !showTitle && "sr-only")}>
              {title}
            </Primitive.Title>
            {children}
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
