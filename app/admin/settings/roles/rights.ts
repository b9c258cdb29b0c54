import "server-only";
import { getTranslations } from "next-intl/server";
import type { RightGroup } from "@/components/rights/types";
import { isPersonal } from "@/lib/auth/rules/grants";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { holds } from "@/lib/core/operation/permissions";
import { registry } from "@/lib/registry";
import { isPlatform } from "@/lib/tenants/is-platform";

/** Every right that a role of this kind can have, from the registry itself: an operation that is added appears here by itself (S-22). */
export async function rightGroups(kind: "STAFF" | "CLIENT", actor: Actor): Promise<RightGroup[]> {
  const [domains, operations, isOfPlatform] = await Promise.all([
    getTranslations("people.domains"),
    getTranslations("operations"),
    isPlatform(actor.tenantId),
  ]);
  const audience = kind === "STAFF" ? "staff" : "client";

  return Object.entries(registry).flatMap(([domain, members]) => {
    // In a company these rights open nothing.
    if (domain === "platform" && !isOfPlatform) return [];
    const rights = (Object.values(members) as Operation[])
      .filter(
        (one) =>
          one.audience.includes(audience) && !one.audience.includes("visitor") && !isPersonal(one.name),
      )
      .map((one) => ({
        name: one.name,
        label: operations.has(one.name as never) ? operations(one.name as never) : one.summary,
        isRead: one.kind === "query",
        isSensitive: one.needsFreshSignIn === true,
        isHeld: holds(actor.permissions, one.name),
      }));
    return rights.length > 0 ? [{ domain, label: domains(domain as "auth"), rights }] : [];
  });
}

/** The rights among these that a role's patterns cover. */
export function rightsWithin(groups: readonly RightGroup[], patterns: readonly string[]): string[] {
  return groups.flatMap(({ rights }) =>
    rights.map(({ name }) => name).filter((name) => holds(patterns, name)),
  );
}
