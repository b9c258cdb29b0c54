import type { z } from "zod";
import type { TimelineEntryView } from "@/lib/timeline/schema";

export const exampleTimelineEntry: z.input<typeof TimelineEntryView> = {
  id: "01932f3a-7c00-7000-8000-0000000000a1",
  at: "2026-03-01T09:30:00.000Z",
  actor: { kind: "user", id: "01932f3a-7c00-7000-8000-0000000000a2", name: "Grace Hopper" },
  what: "invoice_issued",
  data: { number: "INV-2026-000001", total: { minor: 11900, currency: "EUR" } },
  isPublic: true,
};
