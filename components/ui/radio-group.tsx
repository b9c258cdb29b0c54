"use client";

import { Field } from "@base-ui/react/field";
import { Fieldset } from "@base-ui/react/fieldset";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Primitive } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { FieldMessage } from "./field";
import { labelStyles } from "./label";

export interface RadioOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  help?: ReactNode;
  /** At the far side: a price, a state. */
  aside?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps<Value extends string = string> {
  /** The question. */
  label: ReactNode;
  options: readonly RadioOption<Value>[];
  name?: string;
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  help?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** `cards` frames each answer, where the answers need explaining. */
  look?: "plain" | "cards";
  className?: string;
}

/** One of a few answers that should all be seen at once. */
export function RadioGroup<Value extends string = string>({
  label,
  options,
  name,
  help,
  error,
  look = "plain",
  className,
  ...group
}: RadioGroupProps<Value>) {
  const isInvalid = error !== undefined && error !== null && error !== "";

  return (
    <Field.Root name={name} invalid={isInvalid} data-slot="radio-group" className={className}>
      <Fieldset.Root render={<Primitive<Value> className="grid gap-2" {...group} />}>
        <Fieldset.Legend className={labelStyles}>{label}</Fieldset.Legend>
        {options.map((option) => (
          <RadioAnswer key={option.value} option={option} look={look} />
        ))}
        <FieldMessage help={help} error={error} />
      </Fieldset.Root>
    </Field.Root>
  );
}

function RadioAnswer({ option, look }: { option: RadioOption; look: "plain" | "cards" }) {
  return (
    <Field.Item
      className={cn(
        "flex items-start gap-2.5",
        look === "cards" &&
          "relative rounded-control border border-border-strong bg-surface p-3 transition-colors hover:border-subtle has-data-checked:border-accent-solid has-data-checked:bg-accent-soft",
      )}
    >
      <span className="flex h-5 items-center">
        <Radio.Root
          value={option.value}
          disabled={option.disabled}
          className={cn(
            "grid size-4 shrink-0 cursor-pointer place-items-center rounded-full border border-border-strong bg-surface transition-colors pointer-coarse:size-5",
            "hover:border-subtle data-checked:border-accent-solid data-checked:bg-accent data-invalid:border-danger-solid",
            "data-disabled:cursor-not-allowed data-disabled:border-border data-disabled:bg-surface-muted",
            // The whole card answers to the press.
            look === "cards" ? "after:absolute after:inset-0" : "relative after:absolute after:-inset-2",
          )}
        >
          <Radio.Indicator className="size-1.5 rounded-full bg-accent-contrast data-disabled:bg-subtle" />
        </Radio.Root>
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <Field.Label className="cursor-pointer leading-5">{option.label}</Field.Label>
        {option.help && (
          <Field.Description className="text-pretty text-sm text-subtle">{option.help}</Field.Description>
        )}
      </span>
      {option.aside && <span className="text-muted">{option.aside}</span>}
    </Field.Item>
  );
}
