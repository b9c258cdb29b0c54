import type { ActionStatus, ServiceStatus } from "@/lib/provisioning/rules/status";
import type { taskStatuses } from "@/lib/provisioning/schema";
import type { Tones } from "@/lib/ui/tone";

export const serviceTones: Tones<ServiceStatus> = {
  PENDING: "neutral",
  CREATING: "info",
  ACTIVE: "positive",
  SUSPENDED: "warning",
  TERMINATED: "neutral",
  FAILED: "danger",
};

export const actionTones: Tones<ActionStatus> = {
  QUEUED: "neutral",
  RUNNING: "info",
  WAITING: "warning",
  SUCCEEDED: "positive",
  FAILED: "danger",
  UNKNOWN: "warning",
};

export const taskTones: Tones<(typeof taskStatuses)[number]> = {
  OPEN: "warning",
  DONE: "positive",
  CANCELLED: "neutral",
};
