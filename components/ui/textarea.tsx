"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";
import { controlStyles } from "./control-styles";

export type TextareaProps = ComponentProps<"textarea">;

/** Several lines of text; grows with what is written, up to half the window. */
export function Textarea({ className, name, disabled, rows = 3, ...rest }: TextareaProps) {
  return (
    <Field.Control
      name={name}
      disabled={disabled}
      render={
        <textarea
          data-slot="textarea"
          rows={rows}
          className={cn(
            controlStyles,
            "field-sizing-content max-h-[50dvh] min-h-20 resize-y px-2.5 py-1.5 leading-normal",
            className,
          )}
          {...rest}
        />
      }
    />
  );
}
