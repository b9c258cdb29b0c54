"use client";

import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";

interface DayInputProps {
  name: string;
  label: string;
  help?: string;
  /** An instant in ISO form. */
  given: string | null;
}

/** A day on which something begins or ends, at its first moment by UTC. */
export function DayInput({ name, label, help, given }: DayInputProps) {
  const [day, setDay] = useState(given?.slice(0, 10) ?? "");
  return (
    <>
      <Field
        label={label}
        help={help}
        error={useFieldProblem(name)}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <input type="hidden" name={name} value={day === "" ? "" : `${day}T00:00:00.000Z`} />
    </>
  );
}
