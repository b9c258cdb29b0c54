import { housekeeping } from "@/inngest/core/housekeeping";
import { deliverMail } from "@/inngest/mail/deliver";
import { exportPersonalData } from "@/inngest/privacy/export";
import { checkHostNow, proveHost } from "@/inngest/tenants/check-host";

/** Every function that the app serves to durable work. */
export const functions = [housekeeping, deliverMail, exportPersonalData, proveHost, checkHostNow];
