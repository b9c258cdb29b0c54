"use client";

import { useTimeZone } from "next-intl";
import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Field } from "@/components/ui/field";
import { calendarDate, dateInZone, startOfDay } from "@/lib/core/time/calendar-date";

interface DayInputProps {
  name: string;
  label: string;
  help?: string;
  /** An instant in ISO form. */
  given: string | null;
}

/** A day on which something begins or ends, at its first moment where the company is. */
export function DayInput({ name, label, help, given }: DayInputProps) {
  const zone = useTimeZone() ?? "UTC";
  const [day, setDay] = useState(given === null ? "" : (dateInZone(new Date(given), zone) as string));
  return (
    <>
      <Field
        label={label}
        help={help}
        error={useFieldProblem(name)}
        type="date"
        min="0001-01-01"
        max="9999-12-31"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <input type="hidden" name={name} value={firstMoment(day, zone)} />
    </>
  );
}

/** What is no day yet, while it is typed, is passed on for the form to refuse. */
function firstMoment(day: string, zone: string): string {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  return startOfDay(calendarDate(day), zone).toISOString();
}
