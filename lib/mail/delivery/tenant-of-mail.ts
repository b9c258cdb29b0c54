import "server-only";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";

/** The company that sent what a provider names, or undefined. For notices that are signed for the whole installation. */
export async function tenantOfMail(transport: string, providerId: string): Promise<string | undefined> {
  const question = sql`select tenant_of_mail(${transport}, ${providerId}) as id`;
  const [found] = await ask<{ id: string | null }>(appPool(), question);
  return found?.id ?? undefined;
}
