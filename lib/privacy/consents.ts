import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { config } from "@/lib/core/config/load";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { consentRecorded } from "@/lib/privacy/events";
import type { consentSources } from "@/lib/privacy/schema";

export type ConsentRow = {
  id: string;
  email: string;
  isGiven: boolean;
  source: (typeof consentSources)[number];
  wording: string;
  address: string | null;
  at: Date;
};

export const consentColumns = sql`id, email, is_given as "isGiven", source, wording, address, at`;

type Decision = Omit<ConsentRow, "id" | "at"> & { userId?: string | null; clientId?: string | null };

/** Keeps one decision; the newest of an address counts. Audited and announced. */
export async function recordDecision(context: CommandContext, decision: Decision): Promise<ConsentRow> {
  const { query, tenantId, now, audit, emit } = context;
  const { email, isGiven, source, wording, address, userId = null, clientId = null } = decision;
  const [row] = await query<ConsentRow>(sql`
    insert into marketing_consents (id, tenant_id, email, user_id, client_id, is_given, source, wording, address, at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${email}, ${userId}::uuid, ${clientId}::uuid, ${isGiven}, ${source}, ${wording},
      ${address}, ${now}) returning ${consentColumns}`);
  audit(null, row as ConsentRow);
  emit(consentRecorded({ consentId: (row as ConsentRow).id, isGiven }));
  return row as ConsentRow;
}

/** The path that takes one address off marketing without signing in. It does nothing else, so it does not expire. */
export function unsubscribePath(tenantId: string, email: string): string {
  return `/unsubscribe/${Buffer.from(email).toString("base64url")}.${signature(tenantId, email)}`;
}

/** The address that a link is for, at this company; undefined for what was not made by `unsubscribePath`. */
export function readUnsubscribeToken(tenantId: string, token: string): string | undefined {
  const [encoded = "", given = ""] = token.split(".");
  const email = Buffer.from(encoded, "base64url").toString("utf8");
  const [expected, received] = [Buffer.from(signature(tenantId, email)), Buffer.from(given)];
  return expected.length === received.length && timingSafeEqual(expected, received) ? email : undefined;
}

function signature(tenantId: string, email: string): string {
  const key = Buffer.from(hkdfSync("sha256", config().AUTH_SECRET, "panel1", "unsubscribe links", 32));
  return createHmac("sha256", key).update(`${tenantId}\n${email}`).digest("base64url");
}
