/**
 * Who acts. `audience` says which kind of person or machine stands behind the actor; `permissions` are patterns over
 * operation names: `*`, `clients.*`, `ledger.entry.post`.
 */
export type Audience = "staff" | "client" | "visitor" | "system";

export type Actor = {
  readonly kind: "user" | "api_key" | "visitor" | "system";
  readonly audience: Audience;
  readonly tenantId: string;
  /** Set when the actor may see one client's records only. */
  readonly clientId?: string | undefined;
  /** Id of the user or the API key. */
  readonly id?: string | undefined;
  /** What the audit log calls the actor. */
  readonly name: string;
  readonly permissions: readonly string[];
  readonly sessionId?: string | undefined;
  /** When the person last proved who they are. Sensitive operations ask for a recent proof. */
  readonly authenticatedAt?: Date | undefined;
  /** The member of staff who acts as this person. */
  readonly impersonator?: { readonly id: string; readonly name: string } | undefined;
};

export function visitor(tenantId: string): Actor {
  return { kind: "visitor", audience: "visitor", tenantId, name: "Visitor", permissions: [] };
}

/** The tenant's own automation: durable functions act as this. */
export function systemActor(tenantId: string, name = "System"): Actor {
  return { kind: "system", audience: "system", tenantId, name, permissions: ["*"] };
}
