import type { Actor, Audience } from "@/lib/core/operation/actor";

type Guarded = { readonly name: string; readonly audience: readonly Audience[] };

/**
 * Whether an actor may run an operation: the operation must be meant for the actor's audience, and the actor must hold
 * the permission that bears its name. What is meant for visitors needs no permission. The system acts for staff.
 */
export function can(actor: Actor, operation: Guarded): boolean {
  if (operation.audience.includes("visitor")) return true;

  const audience = actor.audience === "system" ? "staff" : actor.audience;
  const isMeant = operation.audience.includes(audience) || operation.audience.includes(actor.audience);
  return isMeant && holds(actor.permissions, operation.name);
}

export function holds(permissions: readonly string[], name: string): boolean {
  return permissions.some((pattern) => covers(pattern, name));
}

/** Whether a pattern (`*`, `clients.*`, an exact name) covers a name or a narrower pattern. */
export function covers(pattern: string, name: string): boolean {
  return (
    pattern === "*" || pattern === name || (pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1)))
  );
}
