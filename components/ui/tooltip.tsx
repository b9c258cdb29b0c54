"use client";

import { Tooltip as Primitive } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

interface TooltipProps {
  /** A hint only: what a person needs in order to act must not hide in a tooltip. */
  content: ReactNode;
  /** The element that it explains; must accept a ref and be focusable. */
  children: ReactElement;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
}

export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger render={children} />
      <TooltipPopup side={side}>{content}</TooltipPopup>
    </Primitive.Root>
  );
}

/** The floating part alone, for a trigger that decides itself when it opens. */
export function TooltipPopup({
  side = "top",
  children,
}: {
  side?: TooltipProps["side"];
  children: ReactNode;
}) {
  return (
    <Primitive.Portal>
      <Primitive.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-70">
        <Primitive.Popup
          data-slot="tooltip"
          className="floats max-w-72 rounded-control bg-inverse px-2 py-1 text-pretty text-inverse-text text-sm shadow-none"
        >
          {children}
        </Primitive.Popup>
      </Primitive.Positioner>
    </Primitive.Portal>
  );
}

/** Neighbouring tooltips open at once after the first. Mounted by <UiProviders>. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Primitive.Provider delay={400}>{children}</Primitive.Provider>;
}
