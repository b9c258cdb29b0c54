"use client";

import type { ReactNode } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { cn } from "@/lib/ui/cn";
import { useFormFacts } from "./form-context";
import { NativeSelect, type NativeSelectProps } from "./native-select";
import { useProblemText } from "./use-problem-text";

type FormFieldProps = Omit<FieldProps, "error" | "name"> & { name: string };

/** One line of text in an <ActionForm>; shows what the server said about it. */
export function FormField({ name, className, ...rest }: FormFieldProps) {
  return (
    <Field name={name} error={useFieldProblem(name)} className={cn("content-start", className)} {...rest} />
  );
}

interface FormSelectProps extends NativeSelectProps {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  aside?: ReactNode;
  className?: string;
}

/** A choice out of a long or short list, by the device's own picker. */
export function FormSelect({ name, label, help, aside, className, ...select }: FormSelectProps) {
  return (
    <Field
      name={name}
      label={label}
      help={help}
      aside={aside}
      error={useFieldProblem(name)}
      className={cn("content-start", className)}
    >
      <NativeSelect name={name} {...select} />
    </Field>
  );
}

/** What the server said about one field of the form around, in the person's language. */
export function useFieldProblem(name: string): string | undefined {
  const { error } = useFormFacts();
  const text = useProblemText();
  const problem = error?.fields?.find(({ path }) => path === name);
  return problem && text.field(problem);
}
