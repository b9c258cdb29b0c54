"use client";

import { Switch as Primitive } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";

export type SwitchProps = Omit<ComponentProps<typeof Primitive.Root>, "className"> & { className?: string };

/** On or off, taking effect at once. In a form that is saved, use a checkbox. */
export function Switch({ className, ...rest }: SwitchProps) {
  return (
    <Primitive.Root
      data-slot="switch"
      className={cn(
        "relative inline-flex h-5 w-8 shrink-0 cursor-pointer items-center rounded-full border border-transparent bg-border-strong px-px transition-colors",
        "after:absolute after:-inset-2 data-checked:bg-accent-solid",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50",
        className,
      )}
      {...rest}
    >
      <Primitive.Thumb className="size-4 rounded-full bg-background transition-transform data-checked:translate-x-3 rtl:data-checked:-translate-x-3 dark:bg-text" />
    </Primitive.Root>
  );
}
