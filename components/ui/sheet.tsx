"use client";

import { Drawer as Primitive } from "@base-ui/react/drawer";
import type { ReactElement, ReactNode } from "react";
import { dialogScrim } from "./dialog-styles";

interface SheetProps {
  trigger: ReactElement;
  title: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** Rises from the bottom of a phone's window; swiped down, pressed beside or Escape closes it. */
export function Sheet({ trigger, title, open, onOpenChange, children }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => onOpenChange?.(next)} swipeDirection="down">
      <Primitive.Trigger render={trigger} />
      <Primitive.Portal>
        <Primitive.Backdrop className={dialogScrim} />
        <Primitive.Viewport className="fixed inset-0 z-50 flex items-end">
          <Primitive.Popup
            data-slot="sheet"
            className="max-h-[85dvh] w-full translate-y-(--drawer-swipe-movement-y) overflow-y-auto overscroll-contain rounded-t-surface bg-overlay pb-[env(safe-area-inset-bottom)] shadow-float outline-none transition-transform duration-200 ease-out data-ending-style:translate-y-full data-starting-style:translate-y-full data-swiping:duration-0"
          >
            <div aria-hidden="true" className="mx-auto mt-2 h-1 w-9 rounded-full bg-border-strong/60" />
            <Primitive.Title className="px-4 pt-3 pb-1 font-semibold text-md">{title}</Primitive.Title>
            <Primitive.Content className="px-2 pb-4">{children}</Primitive.Content>
          </Primitive.Popup>
        </Primitive.Viewport>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Makes the link or button that it is given close the sheet as well. */
export function SheetClose({ children }: { children: ReactElement }) {
  return <Primitive.Close nativeButton={false} render={children} />;
}
