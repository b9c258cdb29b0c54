import type { RunState } from "@/lib/durable/rules/state";
import type { Tones } from "@/lib/ui/tone";

export const runTones: Tones<RunState | "cancelling"> = {
  queued: "neutral",
  running: "info",
  waiting: "neutral",
  sleeping: "neutral",
  completed: "positive",
  failed: "danger",
  cancelled: "neutral",
  cancelling: "warning",
};
