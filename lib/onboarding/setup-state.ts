import "server-only";
import { config } from "@/lib/core/config/load";
import { appPool } from "@/lib/core/db/pools";
import { sql, toQuery } from "@/lib/core/db/sql";
import { setupTokenSchema } from "@/lib/onboarding/schema";
import { hashSetupToken } from "@/lib/tenants/setup-link";

/** Whether no company exists yet, so that set-up is what comes first. */
export async function isInstallationEmpty(): Promise<boolean> {
  return ask(sql`select is_installation_empty() as answer`);
}

/** Whether a link of this token could still be used. The set-up page asks before it shows its form. */
export async function isSetupLinkOpen(token: string): Promise<boolean> {
  if (!setupTokenSchema.safeParse(token).success) return false;
  return ask(
    sql`select is_setup_link_open(${hashSetupToken(token)}, now()) and is_installation_empty() as answer`,
  );
}

async function ask(question: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await appPool().query<{ answer: boolean }>(toQuery(question, config().DATABASE_PREPARED));
  return rows[0]?.answer === true;
}
