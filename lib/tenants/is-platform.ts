import "server-only";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import { processWide } from "@/lib/core/process-wide";

const known = processWide("tenant-is-platform", () => new Map<string, boolean>());
const most = 10_000;

/** Whether a tenant is the platform: what menus ask. Remembered, since a tenant never changes its kind. */
export async function isPlatform(tenantId: string): Promise<boolean> {
  const remembered = known.get(tenantId);
  if (remembered !== undefined) return remembered;

  const question = sql`select tenant_is_platform(${tenantId}::uuid) as "isSo"`;
  const [row] = await ask<{ isSo: boolean }>(appPool(), question);
  const isSo = row?.isSo === true;
  if (known.size >= most) known.clear();
  known.set(tenantId, isSo);
  return isSo;
}
