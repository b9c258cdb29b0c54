import { useLocale } from "next-intl";
import { durationText } from "./duration";

/** How long something took, or has taken so far. */
export function DurationText({ from, to }: { from: Date; to: Date }) {
  const text = durationText(to.getTime() - from.getTime(), useLocale());
  return <bdi className="tabular whitespace-nowrap">{text}</bdi>;
}
