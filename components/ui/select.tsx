"use client";

import { Select as Primitive } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { controlStyles } from "./control-styles";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** A quieter second line: what the choice means. */
  help?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string = string> {
  options: readonly SelectOption<Value>[];
  name?: string;
  id?: string;
  value?: Value | null;
  defaultValue?: Value | null;
  onValueChange?: (value: Value | null) => void;
  placeholder?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** Only where no <Field> labels it. */
  "aria-label"?: string;
  className?: string;
}

/** One of a few known choices (up to about 15), submitted under `name` like a native select. */
export function Select<Value extends string = string>({
  options,
  id,
  placeholder,
  className,
  "aria-label": label,
  ...root
}: SelectProps<Value>) {
  return (
    <Primitive.Root<Value> items={options} {...root}>
      <Primitive.Trigger
        id={id}
        data-slot="select"
        aria-label={label}
        className={cn(
          controlStyles,
          "flex h-(--control) cursor-pointer select-none items-center justify-between gap-2 ps-2.5 pe-2 text-start",
          "data-popup-open:border-subtle",
          className,
        )}
      >
        <Primitive.Value placeholder={placeholder} className="truncate data-placeholder:text-subtle" />
        <Primitive.Icon className="text-subtle">
          <ChevronsUpDown aria-hidden="true" className="size-3.5" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-60 outline-none">
          <Primitive.Popup
            data-slot="select-popup"
            className="floats max-h-(--available-height) min-w-(--anchor-width) max-w-[min(28rem,var(--available-width))] overflow-y-auto p-1 outline-none"
          >
            <Primitive.List>
              {options.map((option) => (
                <SelectItem key={option.value} option={option} />
              ))}
            </Primitive.List>
          </Primitive.Popup>
        </Primitive.Positioner>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function SelectItem<Value extends string>({ option }: { option: SelectOption<Value> }) {
  return (
    <Primitive.Item
      value={option.value}
      disabled={option.disabled}
      className={cn(
        "flex cursor-pointer select-none items-start gap-2 rounded-control py-1.5 ps-2 pe-2 text-(length:--control-text) leading-5 outline-none",
        "data-highlighted:bg-surface-muted data-disabled:cursor-not-allowed data-disabled:text-subtle",
      )}
    >
      <Primitive.ItemText className="min-w-0 flex-1">{option.label}</Primitive.ItemText>
      {option.help && <span className="text-sm text-subtle">{option.help}</span>}
      <span className="grid h-5 w-4 place-items-center">
        <Primitive.ItemIndicator>
          <Check aria-hidden="true" className="size-4 text-accent-text" />
        </Primitive.ItemIndicator>
      </span>
    </Primitive.Item>
  );
}
