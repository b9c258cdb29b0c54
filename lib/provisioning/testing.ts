import type pg from "pg";
import type { z } from "zod";
import { newId } from "@/lib/core/ids";
import { systemActor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { createService } from "@/lib/provisioning/delivery/create-service";
import type { subscriptionActivated } from "@/lib/provisioning/events";

export type Activation = z.input<typeof subscriptionActivated.schema>;

/** A product with a plan, ordered by a client and active: written behind the curtain. Returns what its activation announces. */
export async function aSubscription(
  owner: pg.Pool,
  {
    tenantId,
    clientId,
    module = "sandbox",
    settings = {},
  }: {
    tenantId: string;
    clientId: string;
    module?: string | null;
    settings?: Record<string, unknown>;
  },
): Promise<Activation> {
  const [groupId, productId, planId, orderId, subscriptionId] = [newId(), newId(), newId(), newId(), newId()];
  const slug = productId.slice(-12);
  const insert = (table: string, row: Record<string, unknown>) => {
    const all = { tenant_id: tenantId, created_at: new Date(), updated_at: new Date(), ...row };
    const names = Object.keys(all);
    const places = names.map((_, index) => `$${index + 1}`).join(", ");
    return owner.query(`insert into ${table} (${names.join(", ")}) values (${places})`, Object.values(all));
  };
  const name = { en: "Web hosting" };
  await insert("product_groups", { id: groupId, slug, name, position: 1 });
  await insert("products", {
    id: productId,
    group_id: groupId,
    slug,
    kind: "HOSTING",
    status: "ACTIVE",
    name,
    module,
    module_settings: settings,
    position: 1,
  });
  await insert("plans", { id: planId, product_id: productId, slug, name: { en: "Starter" }, position: 1 });
  const number = BigInt(`0x${slug.slice(0, 10)}`);
  await insert("orders", {
    id: orderId,
    client_id: clientId,
    number,
    status: "ACTIVE",
    currency: "EUR",
    source: "STAFF",
    placed_by_name: "Grace Hopper",
    net_minor: 0,
    tax_minor: 0,
    total_minor: 0,
  });
  const label = `Web hosting Starter, ${slug}.example`;
  await insert("subscriptions", {
    id: subscriptionId,
    client_id: clientId,
    order_id: orderId,
    number,
    product_id: productId,
    plan_id: planId,
    status: "ACTIVE",
    label,
    currency: "EUR",
    cycle: "1m",
    recurring_minor: 500,
  });
  return {
    subscriptionId,
    clientId,
    productId,
    planId,
    label,
    module,
    hostName: `${slug}.example`,
    settings,
  };
}

/** A service that was asked for and has not begun. Returns its id. */
export async function aService(owner: pg.Pool, given: Parameters<typeof aSubscription>[1]): Promise<string> {
  const activation = await aSubscription(owner, given);
  const made = await run(createService, activation, { actor: systemActor(given.tenantId) });
  return made?.serviceId ?? "";
}
