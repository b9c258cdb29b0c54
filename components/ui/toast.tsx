"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Primitive } from "sonner";
import { Spinner } from "./spinner";

export { toast } from "sonner";

interface ToasterProps {
  dir: "ltr" | "rtl";
  /** Names the region of messages. */
  label: string;
  closeLabel: string;
}

/** Where `toast.success("Invoice issued")` appears. Mounted once, by <UiProviders>. */
export function Toaster({ dir, label, closeLabel }: ToasterProps) {
  const { resolvedTheme } = useTheme();
  return (
    <Primitive
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      dir={dir}
      position={dir === "rtl" ? "bottom-left" : "bottom-right"}
      containerAriaLabel={label}
      icons={{
        success: <CircleCheck aria-hidden="true" className="size-4 text-positive" />,
        info: <Info aria-hidden="true" className="size-4 text-info" />,
        warning: <TriangleAlert aria-hidden="true" className="size-4 text-warning" />,
        error: <CircleAlert aria-hidden="true" className="size-4 text-danger" />,
        loading: <Spinner />,
      }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2.5 rounded-surface bg-overlay p-3 text-base text-text shadow-float font-sans",
          icon: "grid h-5 shrink-0 place-items-center",
          content: "grid min-w-0 flex-1 gap-0.5",
          title: "font-medium",
          description: "text-pretty text-muted text-sm",
          actionButton:
            "h-7 shrink-0 cursor-pointer self-center rounded-control border border-border-strong px-2 font-medium text-sm hover:bg-surface-muted",
          cancelButton: "h-7 shrink-0 cursor-pointer self-center rounded-control px-2 text-muted text-sm",
        },
      }}
    />
  );
}
