import { startOfDay } from "@/lib/core/time/calendar-date";
import { calendarDateSchema } from "@/lib/core/time/schema";

/** Days of an address as instants, where the company's days begin. Anything else is left for the operation to refuse. */
export function instantsOfDays(
  { from, until }: { from?: string; until?: string },
  zone: string,
): Partial<Record<"from" | "until", string>> {
  const startOf = (text: string) => {
    const day = calendarDateSchema.safeParse(text);
    return day.success ? startOfDay(day.data, zone).toISOString() : text;
  };
  return { ...(from && { from: startOf(from) }), ...(until && { until: startOf(until) }) };
}
