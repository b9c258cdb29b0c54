import type pg from "pg";
import { newId } from "@/lib/core/ids";
import { type Actor, systemActor } from "@/lib/core/operation/actor";

export type TestTenant = { id: string; system: Actor };

/** A bare company, inserted behind the curtain. Tests of setting one up use the operation instead. */
export async function aTenant(owner: pg.Pool, name = "Northwind Hosting"): Promise<TestTenant> {
  const id = newId();
  await owner.query(
    `insert into tenants (id, name, country, currency, language, time_zone, created_at, updated_at)
     values ($1, $2, 'DE', 'EUR', 'en', 'Europe/Berlin', now(), now())`,
    [id, name],
  );
  return { id, system: systemActor(id) };
}

/** A member of staff with the given permissions, who has just signed in. */
export function staff(tenantId: string, permissions: readonly string[] = ["*"]): Actor {
  return {
    kind: "user",
    audience: "staff",
    tenantId,
    id: newId(),
    name: "Grace Hopper",
    permissions,
    authenticatedAt: new Date(),
  };
}

/** A person who may see one client's records only. */
export function clientUser(
  tenantId: string,
  clientId: string,
  permissions: readonly string[] = ["*"],
): Actor {
  return {
    kind: "user",
    audience: "client",
    tenantId,
    clientId,
    id: newId(),
    name: "Ada Lovelace",
    permissions,
    authenticatedAt: new Date(),
  };
}
