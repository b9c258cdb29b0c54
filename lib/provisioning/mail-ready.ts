import "server-only";
import { recipientsOf } from "@/lib/clients/contacts/contacts";
import type { CommandContext } from "@/lib/core/operation/operation";
import { AddressUnusable } from "@/lib/mail/errors";
import { sendMail } from "@/lib/mail/send-mail";
import type { MailLanguage } from "@/lib/mail/texts";
import type { ServiceRow } from "@/lib/provisioning/queries";

/**
 * Tells the client that a service is there, and how to get in: user name and server, and the way to the portal for the password,
 * which no mail carries.
 */
export async function mailReady(context: CommandContext, service: ServiceRow): Promise<void> {
  const { userName = "–", server = service.hostName ?? "–" } = service.access;
  for (const { name, email, language } of await recipientsOf(context, service.clientId, "product")) {
    try {
      await sendMail(context, {
        template: "service-ready",
        to: { address: email, name },
        language: (language ?? "en") as MailLanguage,
        data: { name, service: service.label, userName, server, linkPath: `/portal/services/${service.id}` },
        about: { kind: "service", id: service.id },
        clientId: service.clientId,
      });
    } catch (error) {
      // An address that no mail can go to keeps nobody's service back.
      if (!(error instanceof AddressUnusable)) throw error;
    }
  }
}
