"use client";

import { Dialog as Primitive } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { dialogPopup, dialogScrim, dialogViewport } from "./dialog-styles";
import { IconButton } from "./icon-button";

interface DialogProps {
  /** The button that opens it; left out when `open` is controlled. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** Buttons at the end, the primary last; `DialogClose` closes. */
  footer?: ReactNode;
  size?: "md" | "lg";
  children?: ReactNode;
}

/** A task of its own in front of the page. On a phone it rises from the bottom. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  footer,
  size = "md",
  children,
}: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Primitive.Trigger render={trigger} />}
      <Primitive.Portal>
        <Primitive.Backdrop className={dialogScrim} />
        <Primitive.Viewport className={dialogViewport}>
          <Primitive.Popup
            data-slot="dialog"
            className={cn(dialogPopup, size === "lg" ? "sm:max-w-2xl" : "sm:max-w-md")}
          >
            <header className="flex items-start gap-4 ps-5 pe-3 pt-3.5 pb-1">
              <div className="grid min-w-0 flex-1 gap-1 pt-0.5">
                <Primitive.Title className="font-semibold text-md">{title}</Primitive.Title>
                {description && (
                  <Primitive.Description className="text-pretty text-muted">
                    {description}
                  </Primitive.Description>
                )}
              </div>
              <Primitive.Close
                render={<IconButton label={closeLabel} icon={<X aria-hidden="true" />} tooltip={false} />}
              />
            </header>
            {children && <div className="px-5 pt-3 pb-5">{children}</div>}
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3 max-sm:*:flex-1">
                {footer}
              </footer>
            )}
          </Primitive.Popup>
        </Primitive.Viewport>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Makes the button that it is given close the dialog. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Primitive.Close render={children} />;
}
