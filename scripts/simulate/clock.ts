import { addDays, type CalendarDate, startOfDay } from "@/lib/core/time/calendar-date";

const minuteMs = 60_000;

/** The clock of the simulated world: days pass when told, and within a day every act is a minute after the one before. */
export class Clock {
  private acts = 0;

  constructor(
    public today: CalendarDate,
    private readonly zone: string,
  ) {}

  /** The instant of the next act. */
  now(): Date {
    this.acts += 1;
    return new Date(startOfDay(this.today, this.zone).getTime() + Math.min(this.acts, 1_400) * minuteMs);
  }

  sleep(): void {
    this.today = addDays(this.today, 1);
    this.acts = 0;
  }
}
