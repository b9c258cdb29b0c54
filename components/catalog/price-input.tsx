"use client";

import { Input } from "@/components/ui/input";

interface PriceInputProps {
  label: string;
  value: string;
  isWrong: boolean;
  isFixed: boolean;
  onType: (typed: string) => void;
}

/** One amount of the grid, figures at the end of the line. */
export function PriceInput({ label, value, isWrong, isFixed, onType }: PriceInputProps) {
  return (
    <Input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      readOnly={isFixed}
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      placeholder="–"
      maxLength={20}
      value={value}
      onChange={(event) => onType(event.target.value)}
      className="tabular text-end"
    />
  );
}
