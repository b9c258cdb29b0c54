import "server-only";
import { createHash } from "node:crypto";
import { placeOf } from "@/lib/auth/place";
import type { UserRow } from "@/lib/auth/queries";
import { securityPath } from "@/lib/auth/rules/account-paths";
import { deviceName } from "@/lib/auth/rules/device";
import { newDeviceAlerts } from "@/lib/auth/settings";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import type { CommandContext } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import type { languages } from "@/lib/core/text";
import { sendMail } from "@/lib/mail/send-mail";

/** The hash by which a browser's own cookie is known. */
export function hashDevice(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

type Owner = Pick<UserRow, "id" | "kind" | "name" | "email" | "language">;

type Browser = {
  readonly deviceSecret?: string | null;
  readonly userAgent: string | null;
  readonly address: string | null;
};

/**
 * Remembers the browser that signs in, within an operation, and returns its id; null where it has no cookie of its own. A browser that
 * is new to an account that has others is told of by mail.
 */
export async function rememberDevice(
  context: CommandContext,
  user: Owner,
  { deviceSecret, userAgent, address }: Browser,
): Promise<string | null> {
  if (!deviceSecret) return null;

  const { query, execute, tenantId, now } = context;
  const hash = hashDevice(deviceSecret);
  const known = await lockDevice(context, user.id, hash);
  if (known !== undefined) {
    await execute(sql`
      update known_devices set last_seen_at = ${now}, address = ${address}, user_agent = ${userAgent}
      where tenant_id = ${tenantId}::uuid and id = ${known}::uuid`);
    return known;
  }

  const others = await query(sql`
    select id from known_devices where tenant_id = ${tenantId}::uuid and user_id = ${user.id}::uuid limit 1`);
  const id = newId();
  await execute(sql`
    insert into known_devices (id, tenant_id, user_id, secret_hash, user_agent, address, created_at, last_seen_at)
    values (${id}::uuid, ${tenantId}::uuid, ${user.id}::uuid, ${hash}, ${userAgent}, ${address}, ${now}, ${now})`);
  if (others.length > 0 && (await readSetting(context, newDeviceAlerts)))
    await tellOfDevice(context, user, { userAgent, address });
  return id;
}

async function lockDevice({ query, tenantId }: CommandContext, userId: string, hash: Buffer) {
  const [known] = await query<{ id: string }>(sql`
    select id from known_devices where tenant_id = ${tenantId}::uuid and id = known_device(${userId}::uuid, ${hash})
    for no key update`);
  return known?.id;
}

async function tellOfDevice(
  context: CommandContext,
  { id, kind, name, email, language }: Owner,
  { userAgent, address }: Browser,
): Promise<void> {
  const spoken = language ?? (await companyLanguage(context));
  await sendMail(context, {
    template: "new-device",
    to: { address: email, name },
    language: spoken,
    data: {
      name,
      device: deviceName(userAgent) ?? "?",
      place: placeName(await placeOf(address), address, spoken),
      at: context.now,
      linkPath: securityPath(kind),
    },
    about: { kind: "user", id },
    userId: id,
  });
}

/** "Germany, 192.0.2.10": what is known of where somebody is, for a mail. */
function placeName(country: string | null, address: string | null, language: string): string {
  const name =
    country === null ? undefined : new Intl.DisplayNames([language], { type: "region" }).of(country);
  return [name, address].filter(Boolean).join(", ") || "?";
}

/** The language of mails to people who chose none. */
export async function companyLanguage({
  query,
  tenantId,
}: CommandContext): Promise<(typeof languages)[number]> {
  const [company] = await query<{ language: (typeof languages)[number] }>(
    sql`select language from tenants where id = ${tenantId}::uuid`,
  );
  return company?.language ?? "en";
}
