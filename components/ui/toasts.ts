import { Toast } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import type { Tone } from "@/lib/ui/tone";

/** Shared by everything that announces and by the one <Toaster> that shows. */
export const toastManager = Toast.createToastManager<{ tone: Tone }>();

interface ToastOptions {
  /** A second, quieter line. */
  description?: ReactNode;
  /** The one thing to do about it, such as "Undo". Such a toast stays until it is closed. */
  action?: { label: ReactNode; onPress: () => void };
}

type Announce = (title: ReactNode, options?: ToastOptions) => void;

/**
 * Says briefly what came of something, from any client code: `toast.success("Invoice issued")`. What went wrong
 * interrupts a screen reader and stays longer; what a person must act on belongs into the page, not in here.
 */
export const toast: Readonly<Record<"success" | "info" | "warning" | "error", Announce>> = {
  success: announcer("positive"),
  info: announcer("info"),
  warning: announcer("warning"),
  error: announcer("danger"),
};

function announcer(tone: Tone): Announce {
  const isUrgent = tone === "danger" || tone === "warning";
  return (title, { description, action } = {}) => {
    toastManager.add({
      title,
      description,
      priority: isUrgent ? "high" : "low",
      timeout: action ? 0 : isUrgent ? 10_000 : 5_000,
      actionProps: action && { children: action.label, onClick: action.onPress },
      data: { tone },
    });
  };
}
