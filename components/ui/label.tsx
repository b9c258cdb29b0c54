import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";

export const labelStyles = "font-medium text-(length:--label-text) text-text leading-5";

/** A bare label, for controls outside a <Field>: tie it with `htmlFor`. */
export function Label({ className, ...rest }: ComponentProps<"label"> & { htmlFor: string }) {
  // biome-ignore lint/a11y/noLabelWithoutControl: tied by htmlFor, which the type demands.
  return <label data-slot="label" className={cn(labelStyles, className)} {...rest} />;
}
