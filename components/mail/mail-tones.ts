import type { MailState } from "@/lib/mail/rules/states";
import type { Tones } from "@/lib/ui/tone";

export const mailTones: Tones<MailState> = {
  QUEUED: "info",
  SENDING: "info",
  SENT: "positive",
  FAILED: "danger",
  BOUNCED: "warning",
};
