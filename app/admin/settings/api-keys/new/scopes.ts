import "server-only";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { registry } from "@/lib/registry";
import { isPlatform } from "@/lib/tenants/is-platform";

export type ScopeGroup = {
  label: string;
  scopes: { value: string; label: string; isRead: boolean }[];
};

/** What a person can grant a key: operations with a machine's door that they may run themselves, by domain. */
export async function grantableScopes(actor: Actor): Promise<ScopeGroup[]> {
  const [t, operations, isOfPlatform] = await Promise.all([
    getTranslations("settings.scopeGroups"),
    getTranslations("operations"),
    isPlatform(actor.tenantId),
  ]);

  return Object.entries(registry).flatMap(([domain, group]) => {
    // In a company these rights open nothing.
    if (domain === "platform" && !isOfPlatform) return [];
    const scopes = (Object.values(group) as Operation[])
      .filter(
        (operation) => operation.http && !operation.audience.includes("visitor") && can(actor, operation),
      )
      .map(({ name, summary, kind }) => ({
        value: name,
        label: operations.has(name as never) ? operations(name as never) : summary,
        isRead: kind === "query",
      }));
    const label = t.has(domain as never) ? t(domain as never) : domain;
    return scopes.length > 0 ? [{ label, scopes }] : [];
  });
}
