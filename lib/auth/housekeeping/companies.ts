import "server-only";
import { platformPool } from "@/lib/core/db/pools";

/** Ids of every tenant, the suspended ones and the platform too: what is past its time goes everywhere. */
export async function tenantIds(): Promise<string[]> {
  const { rows } = await platformPool().query<{ id: string }>("select id from tenants order by id");
  return rows.map(({ id }) => id);
}
