import { decrypt, type Place } from "@/lib/core/crypto/envelope";
import { keyRing } from "@/lib/core/crypto/key-ring";

/** Where a mail's body belongs: its ciphertext decrypts in no other row and at no other company. */
export function bodyPlace(tenantId: string, messageId: string): Place {
  return { tenantId, recordId: messageId, column: "mail_messages.body" };
}

export type MailBody = { readonly html: string; readonly text: string };

/** Throws Undecryptable when the row was tampered with or its key is gone. */
export function readBody(envelope: string, tenantId: string, messageId: string): MailBody {
  return JSON.parse(decrypt(envelope, bodyPlace(tenantId, messageId), keyRing())) as MailBody;
}
