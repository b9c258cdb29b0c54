import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/core/operation/actor";
import { visitor } from "@/lib/core/operation/actor";
import { personFromRequest } from "@/lib/doors/actor";

/**
 * Who buys: whoever is signed in for a client, and a visitor otherwise. Staff who look at their own storefront are visitors in it.
 */
export const currentBuyer = cache(async (): Promise<Actor> => {
  const person = await personFromRequest({ headers: await headers() });
  return person.audience === "client" ? person : visitor(person.tenantId);
});

/** The same, for actions. */
export async function buyerOf(given: Headers): Promise<Actor> {
  const person = await personFromRequest({ method: "POST", headers: given });
  return person.audience === "client" ? person : visitor(person.tenantId);
}
