"use client";

import { Field } from "@base-ui/react/field";
import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlStyles } from "@/components/ui/control-styles";
import { cn } from "@/lib/ui/cn";

export interface NativeSelectProps extends Omit<ComponentProps<"select">, "children"> {
  options: readonly { value: string; label: string }[];
  /** Shown first, with an empty value. */
  placeholder?: string;
}

/** The device's own list: finds by typing among hundreds, and fits every phone. For a few rich choices take <Select>. */
export function NativeSelect({
  options,
  placeholder,
  className,
  name,
  disabled,
  ...rest
}: NativeSelectProps) {
  return (
    <span className="relative block min-w-0">
      <Field.Control
        name={name}
        disabled={disabled}
        render={
          <select
            data-slot="select"
            className={cn(
              controlStyles,
              "h-(--control) cursor-pointer appearance-none ps-2.5 pe-8",
              className,
            )}
            {...rest}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        }
      />
      <ChevronsUpDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-3.5 -translate-y-1/2 text-subtle"
      />
    </span>
  );
}
