"use client";

import { Input as Primitive } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";
import { controlStyles } from "./control-styles";

export type InputProps = Omit<ComponentProps<typeof Primitive>, "className"> & { className?: string };

/** One line of text. Give it a <Field>, which labels it. */
export function Input({ className, ...rest }: InputProps) {
  return (
    <Primitive data-slot="input" className={cn(controlStyles, "h-(--control) px-2.5", className)} {...rest} />
  );
}
