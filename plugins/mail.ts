import type { MailTransport } from "@/lib/mail/contract";
import { localTransport } from "@/plugins/mail-local";

/** The transports that come with the product, by the id that settings name them by. */
export const mailTransports: Readonly<Record<string, MailTransport>> = { local: localTransport };
