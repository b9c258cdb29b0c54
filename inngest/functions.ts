import { housekeeping } from "@/inngest/core/housekeeping";
import { deliverMail } from "@/inngest/mail/deliver";

/** Every function that the app serves to durable work. */
export const functions = [housekeeping, deliverMail];
