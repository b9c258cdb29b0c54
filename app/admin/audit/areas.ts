import "server-only";
import { getTranslations } from "next-intl/server";
import type { Operation } from "@/lib/core/operation/operation";
import { registry } from "@/lib/registry";
import { isPlatform } from "@/lib/tenants/is-platform";

type Choice = { value: string; label: string };

/** The areas whose actions the log can hold, from the registry itself: a domain that is added appears here by itself. */
export async function auditAreas(tenantId: string): Promise<Choice[]> {
  const [t, isOfPlatform] = await Promise.all([getTranslations("people.domains"), isPlatform(tenantId)]);
  return Object.entries(registry)
    .filter(([domain]) => domain !== "platform" || isOfPlatform)
    .filter(([, members]) => (Object.values(members) as Operation[]).some(({ kind }) => kind === "command"))
    .map(([domain]) => ({ value: `${domain}.`, label: t(domain as "auth") }));
}
