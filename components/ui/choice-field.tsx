"use client";

import { Field as Primitive } from "@base-ui/react/field";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { FieldMessage } from "./field";

interface ChoiceFieldProps {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  name?: string;
  /** A <Checkbox> or a <Switch>. */
  children: ReactElement;
  /** `end` puts a switch at the far side, as in lists of settings. */
  control?: "start" | "end";
  className?: string;
}

/** A checkbox or switch with its words beside it. */
export function ChoiceField({
  label,
  help,
  error,
  name,
  children,
  control = "start",
  className,
}: ChoiceFieldProps) {
  return (
    <Primitive.Root
      data-slot="choice-field"
      name={name}
      invalid={error !== undefined && error !== null && error !== ""}
      className={cn(
        "flex items-start gap-2.5",
        control === "end" && "flex-row-reverse justify-between",
        className,
      )}
    >
      <span className="flex h-5 items-center">{children}</span>
      <span className="grid min-w-0 gap-0.5">
        <Primitive.Label className="cursor-pointer leading-5">{label}</Primitive.Label>
        <FieldMessage help={help} error={error} />
      </span>
    </Primitive.Root>
  );
}
