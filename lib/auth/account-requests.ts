import "server-only";
import { z } from "zod";
import { accountRequested } from "@/lib/auth/events";
import { sql } from "@/lib/core/db/sql";
import { idSchema, newId } from "@/lib/core/ids";
import { currencySchema } from "@/lib/core/money/schema";
import type { CommandContext } from "@/lib/core/operation/operation";
import { countrySchema, languageSchema, lineSchema } from "@/lib/core/text";

/** Who wants an account, as they said when they registered; kept with the token until the address is confirmed. */
export const profileSchema = z.object({
  name: lineSchema(120),
  kind: z.enum(["PERSON", "COMPANY"]),
  companyName: lineSchema(160).nullable(),
  country: countrySchema,
  currency: currencySchema,
  language: languageSchema,
  termsAcceptedAt: z.string(),
});
export type Profile = z.output<typeof profileSchema>;

/** What can be asked for by address, with what goes along. */
export const requestSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign_in_link"), data: z.object({ next: z.string().nullable() }) }),
  z.object({ kind: z.literal("reset_password"), data: z.object({}) }),
  z.object({ kind: z.literal("change_email"), data: z.object({ userId: idSchema }) }),
  z.object({ kind: z.literal("registration"), data: profileSchema }),
]);
export type AccountRequest = z.output<typeof requestSchema>;

/** What everybody hears who asked for mail: that the request was taken, and not whether there is such an account. */
export const TakenView = z.object({ isTaken: z.literal(true) }).meta({ id: "RequestTaken" });

/**
 * Notes that mail was asked for, within an operation; durable work answers it. Takes the same statements whether the address belongs to
 * an account, to several, or to none (F-37).
 */
export async function takeRequest(
  { execute, emit, audit, tenantId, now }: CommandContext,
  email: string,
  { kind, data }: AccountRequest,
): Promise<z.output<typeof TakenView>> {
  const id = newId();
  await execute(sql`
    insert into account_requests (id, tenant_id, kind, email, data, created_at)
    values (${id}::uuid, ${tenantId}::uuid, ${kind}, ${email}, ${JSON.stringify(data)}::jsonb, ${now})`);
  audit(null, { id, kind, email }, "account_request");
  emit(accountRequested({ requestId: id, kind }));
  return { isTaken: true };
}
