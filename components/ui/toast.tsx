"use client";

import { Toast as Primitive } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";
import type { Tone } from "@/lib/ui/tone";
import { IconButton } from "./icon-button";
import { toastManager } from "./toasts";
import { toneIcons, toneInks } from "./tone-icons";

export { toast } from "./toasts";

interface ToasterProps {
  /** Names the region of messages, which F6 reaches. */
  label: string;
  closeLabel: string;
}

/** Where toasts appear: in the corner at the end, above the bottom navigation on a phone. Mounted by <UiProviders>. */
export function Toaster({ label, closeLabel }: ToasterProps) {
  return (
    <Primitive.Provider toastManager={toastManager} limit={3}>
      <Primitive.Portal>
        <Primitive.Viewport
          aria-label={label}
          className="fixed inset-x-4 bottom-18 z-70 grid gap-2 outline-none sm:start-auto sm:bottom-6 sm:w-90"
        >
          <ToastList closeLabel={closeLabel} />
        </Primitive.Viewport>
      </Primitive.Portal>
    </Primitive.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Primitive.useToastManager<{ tone: Tone }>();
  return toasts.map((toast) => <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} />);
}

type ToastObject = ComponentProps<typeof Primitive.Root>["toast"];

function ToastCard({ toast, closeLabel }: { toast: ToastObject; closeLabel: string }) {
  const tone: Tone = toast.data?.tone ?? "info";
  const Icon = toneIcons[tone];

  return (
    <Primitive.Root
      toast={toast}
      swipeDirection={["down", "left", "right"]}
      data-slot="toast"
      className={cn(
        "rounded-surface bg-overlay text-base text-text shadow-float outline-none",
        "translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) transition duration-180 ease-out",
        "data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-3 data-starting-style:opacity-0 data-swiping:duration-0",
      )}
    >
      <Primitive.Content className="flex items-start gap-2.5 py-2 ps-3 pe-2">
        <Icon aria-hidden="true" className={cn("mt-1.5 size-4 shrink-0", toneInks[tone])} />
        <div className="grid min-w-0 flex-1 gap-0.5 py-1">
          <Primitive.Title className="font-medium" />
          <Primitive.Description className="text-pretty text-muted text-sm" />
        </div>
        {toast.actionProps && (
          <Primitive.Action className="h-7 shrink-0 cursor-pointer rounded-control border border-border-strong px-2 font-medium text-sm transition-colors hover:bg-surface-muted" />
        )}
        <Primitive.Close
          render={<IconButton label={closeLabel} tooltip={false} size="sm" icon={<X aria-hidden="true" />} />}
        />
      </Primitive.Content>
    </Primitive.Root>
  );
}
