"use client";

import { Checkbox as Primitive } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";

export type CheckboxProps = Omit<ComponentProps<typeof Primitive.Root>, "className"> & { className?: string };

/** Yes or no, or part of a selection (`indeterminate`). Label it with <ChoiceField>, or `aria-label` in a table. */
export function Checkbox({ className, ...rest }: CheckboxProps) {
  return (
    <Primitive.Root
      data-slot="checkbox"
      className={cn(
        "group/checkbox relative grid size-4 shrink-0 cursor-pointer place-items-center rounded-sm border border-border-strong bg-surface text-accent-contrast transition-colors pointer-coarse:size-5",
        // Reaches a finger's width without taking up the room.
        "after:absolute after:-inset-2",
        "hover:border-subtle data-invalid:border-danger-solid",
        "data-checked:border-accent-solid data-checked:bg-accent data-indeterminate:border-accent-solid data-indeterminate:bg-accent",
        "data-disabled:cursor-not-allowed data-disabled:border-border data-disabled:bg-surface-muted data-disabled:text-subtle",
        className,
      )}
      {...rest}
    >
      <Primitive.Indicator className="grid place-items-center">
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="size-3 group-data-indeterminate/checkbox:hidden pointer-coarse:size-3.5"
        />
        <Minus
          aria-hidden="true"
          strokeWidth={3}
          className="hidden size-3 group-data-indeterminate/checkbox:block"
        />
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
