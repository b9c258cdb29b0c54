import "server-only";
import { dueDaysOf, type ReceivableAge } from "@/lib/billing/rules/age";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { CalendarDate } from "@/lib/core/time/calendar-date";

/** Condition on `invoices`: issued, not yet paid, and of an age. */
export function isOfAge(age: ReceivableAge, today: CalendarDate): Sql {
  const { first = null, last = null } = dueDaysOf(age, today);
  return sql`status in ('ISSUED', 'PARTLY_PAID') and due_on >= coalesce(${first}::date, '-infinity')
    and due_on <= coalesce(${last}::date, 'infinity')`;
}
