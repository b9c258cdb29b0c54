import type { ReactNode } from "react";
import type { Tones } from "@/lib/ui/tone";
import { Badge } from "./badge";

interface StatusBadgeProps<Status extends string> {
  status: Status;
  /** The one table that colours this kind of record. */
  tones: Tones<Status>;
  /** The state in the person's language. */
  label: ReactNode;
  look?: "soft" | "plain";
}

/** State of a record, coloured by its kind's table: `<StatusBadge status={s} tones={invoiceTones} label={t(s)} />`. */
export function StatusBadge<Status extends string>({ status, tones, label, look }: StatusBadgeProps<Status>) {
  return (
    <Badge tone={tones[status]} look={look}>
      {label}
    </Badge>
  );
}
