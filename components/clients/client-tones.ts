import type { ClientStatus } from "@/lib/clients/rules/status";
import type { Tones } from "@/lib/ui/tone";

export const clientTones: Tones<ClientStatus> = {
  ACTIVE: "positive",
  ARCHIVED: "neutral",
  MERGED: "neutral",
  ERASED: "neutral",
};
