import { z } from "zod";
import type { MailTransport } from "@/lib/mail/contract";

const settings = z.object({});

/**
 * The local mailbox: mail goes nowhere. It stays where it is kept anyway, and staff read it in the product. So an installation
 * without a mail server is usable, down to the link that resets a forgotten password.
 */
export const localTransport: MailTransport<typeof settings> = {
  id: "local",
  settings,
  send: async () => ({ kind: "accepted", providerId: null }),
};
