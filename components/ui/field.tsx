"use client";

import { Field as Primitive } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { Input, type InputProps } from "./input";
import { labelStyles } from "./label";

export interface FieldProps extends Omit<InputProps, "children"> {
  label: ReactNode;
  /** After the label, quietly: "optional", or a link such as "Forgotten?". */
  aside?: ReactNode;
  /** Below the control. An error takes its place. */
  help?: ReactNode;
  /** What is wrong and how to put it right. Marks the control invalid and is read out with it. */
  error?: ReactNode;
  /** The control; a plain <Input> with the remaining props when left out. */
  children?: ReactElement;
}

/** Label above, control, help below, error in place of help; all tied together for assistive technology. */
export function Field({ label, aside, help, error, children, className, name, ...input }: FieldProps) {
  const isInvalid = hasContent(error);

  return (
    <Primitive.Root
      data-slot="field"
      name={name}
      invalid={isInvalid}
      className={cn("grid content-start gap-1.5", className)}
    >
      <span className="flex items-baseline justify-between gap-3">
        <Primitive.Label className={labelStyles}>{label}</Primitive.Label>
        {aside && <span className="text-sm text-subtle">{aside}</span>}
      </span>
      {children ?? <Input {...input} />}
      <FieldMessage help={help} error={error} />
    </Primitive.Root>
  );
}

/** Help or, in its place, the error. Within a Base UI Field.Root, which ties it to the control. */
export function FieldMessage({ help, error }: { help?: ReactNode; error?: ReactNode }) {
  if (hasContent(error)) {
    return (
      <Primitive.Error match={true} className="flex items-start gap-1.5 text-danger text-sm">
        <CircleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
        <span>{error}</span>
      </Primitive.Error>
    );
  }
  if (!hasContent(help)) return null;
  return <Primitive.Description className="text-pretty text-sm text-subtle">{help}</Primitive.Description>;
}

function hasContent(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== "";
}
