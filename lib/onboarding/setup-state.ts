import "server-only";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { type Sql, sql } from "@/lib/core/db/sql";
import { setupTokenSchema } from "@/lib/onboarding/schema";
import { hashSetupToken } from "@/lib/tenants/setup-link";

/** Whether no company exists yet, so that set-up is what comes first. */
export async function isInstallationEmpty(): Promise<boolean> {
  return isSo(sql`select is_installation_empty() as answer`);
}

/** What a link opens: a company or the platform, and the host that it will answer on (null: any). */
export type OpenLink = { readonly kind: "COMPANY" | "PLATFORM"; readonly host: string | null };

/** What a link of this token could still be used for; undefined when for nothing. The set-up page asks before it shows its form. */
export async function openSetupLink(token: string): Promise<OpenLink | undefined> {
  if (!setupTokenSchema.safeParse(token).success) return undefined;
  const question = sql`select kind, host from open_setup_link(${hashSetupToken(token)}, now())`;
  const [link] = await ask<OpenLink>(appPool(), question);
  return link;
}

async function isSo(question: Sql): Promise<boolean> {
  const [row] = await ask<{ answer: boolean }>(appPool(), question);
  return row?.answer === true;
}
