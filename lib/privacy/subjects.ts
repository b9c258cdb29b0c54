import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { Actor } from "@/lib/core/operation/actor";
import type { QueryContext } from "@/lib/core/operation/operation";
import { holds } from "@/lib/core/operation/permissions";
import { SubjectNotFound } from "@/lib/privacy/errors";
import type { SubjectKind } from "@/lib/privacy/schema";

/** Of whom data is held: a user's account, a client with its contacts, or one contact; and all addresses they are known by. */
export type Subject = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly userIds: readonly string[];
  readonly clientIds: readonly string[];
  readonly contactIds: readonly string[];
  readonly addresses: readonly string[];
};

type Found = { name: string; email: string; clientId: string | null };

/** Clients' people may ask about themselves and the client that they act for. Throws SubjectNotFound. */
export async function findSubject(
  context: QueryContext,
  { subjectKind: kind, subjectId: id }: { subjectKind: SubjectKind; subjectId: string },
): Promise<Subject> {
  const { query, tenantId, actor } = context;
  if (actor.audience === "client" && !isOwn(actor, kind, id)) throw new SubjectNotFound();

  const from = {
    user: sql`select name, email, null as "clientId" from users where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and status <> 'ERASED'`,
    client: sql`select coalesce(company_name, name) as name, email, id as "clientId" from clients
      where tenant_id = ${tenantId}::uuid and id = ${id}::uuid and status in ('ACTIVE', 'ARCHIVED')`,
    contact: sql`select name, email, client_id as "clientId" from contacts where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`,
  }[kind];
  const [found] = await query<Found>(from);
  if (found === undefined) throw new SubjectNotFound();

  const contacts =
    kind === "client"
      ? await query<{ id: string; email: string }>(
          sql`select id, email from contacts where tenant_id = ${tenantId}::uuid and client_id = ${id}::uuid`,
        )
      : [];
  return {
    kind,
    id,
    name: found.name,
    email: found.email,
    userIds: kind === "user" ? [id] : [],
    clientIds: kind === "client" ? [id] : [],
    contactIds: kind === "contact" ? [id] : contacts.map((contact) => contact.id),
    addresses: [...new Set([found.email, ...contacts.map(({ email }) => email)])],
  };
}

/** Oneself; and the client as a whole for those of its people who also keep its contacts. */
function isOwn({ id, clientId, permissions }: Actor, kind: SubjectKind, wanted: string): boolean {
  if (kind === "user") return wanted === id;
  return kind === "client" && wanted === clientId && holds(permissions, "clients.contact.delete");
}
