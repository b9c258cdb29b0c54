"use client";

import { type ComponentProps, type MouseEvent, useId } from "react";
import { cn } from "@/lib/ui/cn";
import { type ButtonLook, buttonVariants } from "./button-variants";
import { Refusal } from "./refusal";
import { Spinner } from "./spinner";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** Work is under way: a spinner covers the label at the same width, and further presses do nothing. */
  pending?: boolean;
  /** Why it cannot act now. Given, the button stays focusable, does nothing and says this. */
  disabledReason?: string;
}

/** Submits its form like any HTML button unless `type` says otherwise. */
export function Button({
  variant,
  size,
  pending = false,
  disabledReason,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const refused = disabledReason !== undefined || rest.disabled === true;
  const inert = pending || disabledReason !== undefined;

  const button = (
    <button
      data-slot="button"
      {...rest}
      aria-disabled={inert || undefined}
      aria-busy={pending || undefined}
      aria-describedby={disabledReason === undefined ? rest["aria-describedby"] : reasonId}
      onClick={inert ? refusePress : onClick}
      className={cn(buttonVariants({ variant, size, refused }), className)}
    >
      {pending ? (
        <>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
        </>
      ) : (
        children
      )}
    </button>
  );

  if (disabledReason === undefined) return button;
  return (
    <Refusal reason={disabledReason} id={reasonId}>
      {button}
    </Refusal>
  );
}

function refusePress(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}
