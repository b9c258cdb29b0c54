"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useFormFacts } from "./form-context";

interface SubmitButtonProps {
  children: ReactNode;
  size?: "md" | "lg";
  className?: string;
  disabledReason?: string;
}

/** Sends the form around; busy while the answer is awaited. */
export function SubmitButton({ children, ...rest }: SubmitButtonProps) {
  return (
    <Button variant="primary" pending={useFormFacts().isPending} {...rest}>
      {children}
    </Button>
  );
}
