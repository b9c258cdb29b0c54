import "server-only";
import { randomInt } from "node:crypto";
import { decrypt } from "@/lib/core/crypto/envelope";
import { keyRing } from "@/lib/core/crypto/key-ring";
import { placeOf, readSecret, writeSecret } from "@/lib/core/crypto/secrets";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { passwordPurpose } from "@/lib/provisioning/queries";

// Without what is mistaken for another when read aloud.
const letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Twenty letters and digits: 115 bits, and nothing that a shell or a panel could take for its own. */
function newPassword(): string {
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join("");
}

/** Makes a password and keeps it encrypted; returns the secret's id. */
export function keepNewPassword(context: CommandContext): Promise<string> {
  return writeSecret(context, { purpose: passwordPurpose, plaintext: newPassword() });
}

/** The password behind an id, for the step that calls a module. An id without a secret is a defect. */
export async function passwordOf(context: CommandContext, secretId: string): Promise<string> {
  const password = await readSecret(context, { id: secretId, purpose: passwordPurpose });
  if (password === undefined) throw new Error("the secret of a service is gone");
  return password;
}

/** The password of a service, for whoever may see the service: staff, or people of its client. */
export async function passwordOfService(
  { query, tenantId }: CommandContext,
  serviceId: string,
): Promise<string | undefined> {
  const [row] = await query<{ id: string; envelope: string }>(
    sql`select id, envelope from service_password(${serviceId}::uuid)`,
  );
  return row && decrypt(row.envelope, placeOf(tenantId, row.id, passwordPurpose), keyRing());
}
