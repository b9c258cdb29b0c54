import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import type { Tone } from "@/lib/ui/tone";
import { toneIcons, toneInks } from "./tone-icons";

const grounds: Record<Tone, string> = {
  neutral: "bg-neutral-soft",
  info: "bg-info-soft",
  positive: "bg-positive-soft",
  warning: "bg-warning-soft",
  danger: "bg-danger-soft",
};

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
  /** `status` or `alert` when it appears in answer to something; nothing when it is there from the start. */
  live?: "status" | "alert";
  className?: string;
}

/** Something to know before going on, within the page. */
export function Notice({ tone = "info", title, children, action, live, className }: NoticeProps) {
  const Icon = toneIcons[tone];
  return (
    <div
      role={live}
      data-slot="notice"
      data-tone={tone}
      className={cn(
        "flex flex-wrap items-start gap-x-4 gap-y-2 rounded-control p-3",
        grounds[tone],
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
        <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", toneInks[tone])} />
        <div className="grid min-w-0 gap-0.5">
          {title && <p className="font-medium">{title}</p>}
          {children && <div className="text-pretty text-muted">{children}</div>}
        </div>
      </div>
      {action && <div className="max-sm:ps-6.5">{action}</div>}
    </div>
  );
}
