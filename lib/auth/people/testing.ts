import { z } from "zod";
import { type RoleName, roles } from "@/lib/auth/rules/roles";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { addMembership, type NewMembership } from "@/lib/auth/users";
import { createClient } from "@/lib/clients/operations/create-client";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { type Actor, systemActor } from "@/lib/core/operation/actor";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";

export type Someone = {
  readonly id: string;
  readonly email: string;
  readonly actor: Actor;
  readonly session: Session;
};
export type Session = { tenantId: string; sessionId: string; userId: string };

/** A client of a tenant. */
export async function aClient(tenantId: string): Promise<string> {
  const input = { ...createClient.example.input, email: `${newId()}@example.com` };
  return (await run(createClient, input, { actor: systemActor(tenantId) })).id;
}

/** A person with a role, who has just signed in. Clients' roles need the client. Without a password, whose hash takes long. */
export async function someone(tenantId: string, role: RoleName, clientId?: string): Promise<Someone> {
  const { kind } = roles[role];
  const email = `${newId()}@example.com`;
  const actsFor = kind === "CLIENT" ? (clientId ?? (await aClient(tenantId))) : undefined;
  const id = await asSystem(tenantId, async (context) => {
    const userId = newId();
    await context.execute(sql`
      insert into users (id, tenant_id, kind, role, email, email_verified_at, name, language, created_at, updated_at)
      values (${userId}::uuid, ${tenantId}::uuid, ${kind}::user_kind, ${role}, ${email}, now(), 'Grace Hopper', 'en', now(), now())`);
    if (actsFor) await addMembership(context, { userId, clientId: actsFor, role });
    return userId;
  });
  const session = await aSession(tenantId, id);
  return { id, email, session, actor: (await holderOf(session)) as Actor };
}

/** A session of somebody, as if they had just signed in. */
export async function aSession(tenantId: string, userId: string): Promise<Session> {
  const sessionId = await asSystem(tenantId, async (context) => {
    const id = newId();
    await context.execute(sql`
      insert into sessions (id, tenant_id, user_id, created_at, last_seen_at, expires_at)
      values (${id}::uuid, ${tenantId}::uuid, ${userId}::uuid, now(), now(), now() + interval '1 day')`);
    return id;
  });
  return { tenantId, sessionId, userId };
}

/** The actor that a session names right now; undefined when it opens nothing. */
export async function holderOf(session: Session): Promise<Actor | undefined> {
  return (await findSessionHolder(session))?.actor;
}

/** Lets a user act for a further client. Returns the membership's id. */
export function alsoActsFor(tenantId: string, given: NewMembership): Promise<string> {
  return asSystem(tenantId, async (context) => (await addMembership(context, given)).id);
}

/** Writes what no operation is there for, as the system and within one. */
async function asSystem(
  tenantId: string,
  work: (context: CommandContext) => Promise<string>,
): Promise<string> {
  const step = operation({
    name: "auth.test.write",
    summary: "Write for a test",
    audience: ["staff"],
    input: z.strictObject({}),
    output: z.string(),
    example: { input: {}, output: "" },
    run: work,
  });
  return run(step, {}, { actor: systemActor(tenantId) });
}
