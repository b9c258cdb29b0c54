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

/** Whether a link of this token could still be used. The set-up page asks before it shows its form. */
export async function isSetupLinkOpen(token: string): Promise<boolean> {
  if (!setupTokenSchema.safeParse(token).success) return false;
  return isSo(
    sql`select is_setup_link_open(${hashSetupToken(token)}, now()) and is_installation_empty() as answer`,
  );
}

async function isSo(question: Sql): Promise<boolean> {
  const [row] = await ask<{ answer: boolean }>(appPool(), question);
  return row?.answer === true;
}
