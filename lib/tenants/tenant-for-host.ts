import "server-only";
import { ask } from "@/lib/core/db/ask";
import { appPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import { processWide } from "@/lib/core/process-wide";

type Known = { readonly tenantId: string; readonly until: number };

const keptMs = 5_000;
const most = 1_000;
const known = processWide("tenant-for-host", () => new Map<string, Known>());

/**
 * The tenant that answers on a host (`Host` header, port and case do not matter), or undefined. Where the installation has
 * exactly one tenant, that one answers on every host. Only positive answers are remembered, for five seconds: a company that
 * was just set up answers at once, and nobody fills the memory with names that nobody has.
 */
export async function tenantForHost(host: string): Promise<string | undefined> {
  const name = hostName(host);
  if (name === undefined) return undefined;

  const remembered = known.get(name);
  if (remembered && remembered.until > performance.now()) return remembered.tenantId;
  known.delete(name);

  const question = sql`select tenant_for_host(${name}) as id`;
  const [found] = await ask<{ id: string | null }>(appPool(), question);
  const tenantId = found?.id ?? undefined;
  if (tenantId !== undefined) remember(name, tenantId);
  return tenantId;
}

function remember(name: string, tenantId: string): void {
  if (known.size >= most) known.clear();
  known.set(name, { tenantId, until: performance.now() + keptMs });
}

/** Name of a host without its port, lower case; undefined when the text is no host at all. */
export function hostName(host: string): string | undefined {
  if (host.length > 260) return undefined;
  const match = /^([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/.exec(host.toLowerCase());
  return match?.[1]?.replace(/\.$/, "");
}
