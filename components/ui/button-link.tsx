import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/lib/ui/cn";
import { type ButtonLook, buttonVariants } from "./button-variants";

type ButtonLinkProps = ComponentProps<typeof Link> & ButtonLook;

/** Goes somewhere and looks like a button. What changes something is a <Button>. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return (
    <Link data-slot="button-link" className={cn(buttonVariants({ variant, size }), className)} {...rest} />
  );
}
