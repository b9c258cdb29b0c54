"use client";

import { Tooltip as Primitive } from "@base-ui/react/tooltip";
import { useLocale, useTimeZone } from "next-intl";
import { type MouseEvent as PressEvent, useState } from "react";
import { cn } from "@/lib/ui/cn";
import { relativeDay, relativeTime } from "@/lib/ui/relative-time";
import { TooltipPopup } from "./tooltip";

interface DateTimeProps {
  /** An instant (ISO 8601 with zone), or a calendar day YYYY-MM-DD, which no zone moves. */
  value: string | Date;
  /** How much of an instant is shown; the tooltip tells the rest. */
  show?: "date" | "date-time" | "time";
  /** Zone to show it in; the person's when left out. One that differs from the person's is named. */
  timeZone?: string;
  className?: string;
}

/** A moment, absolute; how long ago or how far off in the tooltip. */
export function DateTime({ value, show = "date", timeZone, className }: DateTimeProps) {
  const locale = useLocale();
  const personZone = useTimeZone() ?? "UTC";
  const [relative, setRelative] = useState("");

  const zone = timeZone ?? personZone;
  const day = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  const instant = new Date(value);
  const isForeign = day === undefined && zone !== personZone;

  function tellRelative(isOpen: boolean) {
    if (!isOpen) return;
    const now = new Date();
    setRelative(day ? relativeDay(day, dayOf(now, zone), locale) : relativeTime(instant, now, locale));
  }

  const shown = format(instant, {
    locale,
    timeZone: day ? "UTC" : zone,
    parts: day ? "date" : show,
    named: isForeign,
  });
  const whole = format(instant, { locale, timeZone: zone, parts: "date-time", named: true });

  return (
    <Primitive.Root onOpenChange={tellRelative}>
      <Primitive.Trigger
        onClick={pressRow}
        render={
          <time
            data-slot="date-time"
            dateTime={day ?? instant.toISOString()}
            // Above the link that covers a table row, so that the pointer reaches it.
            className={cn("[tr_&]:relative [tr_&]:z-1", className)}
          />
        }
      >
        {/* As with amounts: the server's language data may be of another year than the browser's. */}
        <bdi suppressHydrationWarning className="tabular whitespace-nowrap">
          {shown}
        </bdi>
      </Primitive.Trigger>
      <TooltipPopup>
        <span className="block first-letter:uppercase">{relative}</span>
        {day === undefined && <span className="tabular block opacity-75">{whole}</span>}
      </TooltipPopup>
    </Primitive.Root>
  );
}

/** Within a row that is a link as a whole, the press counts for the row, modifier keys included. */
function pressRow(event: PressEvent<HTMLElement>) {
  const link = event.currentTarget.closest("tr")?.querySelector("[data-slot=row-link]");
  link?.dispatchEvent(new MouseEvent("click", event.nativeEvent));
}

interface Format {
  locale: string;
  timeZone: string;
  parts: "date" | "date-time" | "time";
  named: boolean;
}

function format(instant: Date, { locale, timeZone, parts, named }: Format): string {
  const date = { year: "numeric", month: "short", day: "numeric" } as const;
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(parts !== "time" && date),
    ...(parts !== "date" && time),
    ...(named && { timeZoneName: "short" }),
  }).format(instant);
}

/** The calendar day of an instant in a zone; Swedish writes days as ISO 8601 does. */
function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(instant);
}
