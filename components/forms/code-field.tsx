"use client";

import type { ReactNode } from "react";
import { FormField } from "./form-field";

interface CodeFieldProps {
  label: ReactNode;
  help?: ReactNode;
  autoFocus?: boolean;
}

/** Six digits of an authenticator, as phones and password managers offer them. */
export function CodeField(props: CodeFieldProps) {
  return (
    <FormField
      name="code"
      dir="ltr"
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]*"
      maxLength={40}
      spellCheck={false}
      required
      {...props}
    />
  );
}
