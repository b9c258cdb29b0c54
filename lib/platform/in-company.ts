import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { Actor } from "@/lib/core/operation/actor";
import { Journal } from "@/lib/core/operation/journal";
import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";
import { assertPlatform } from "@/lib/platform/companies";
import { CompanyNotFound } from "@/lib/platform/errors";

/**
 * Reads something of a company within the platform's own transaction, whose scope is that company's until `work` is done.
 * Throws NotThePlatform, CompanyNotFound.
 */
export async function readInCompany<T>(
  context: QueryContext,
  companyId: string,
  work: (inside: QueryContext) => Promise<T>,
): Promise<T> {
  const actor = await actorIn(context, companyId);
  return scoped(context, companyId, () => work(insideOf(context, actor)));
}

/**
 * Changes something of a company within the platform's own transaction: by the company's own rules, with audit rows in its chain under
 * the name of the platform's person, and events in its name. `operation` is the name that the audit rows bear.
 * Throws NotThePlatform, CompanyNotFound, and what `work` refuses.
 */
export async function changeInCompany<T>(
  context: CommandContext,
  { companyId, operation }: { companyId: string; operation: string },
  work: (inside: CommandContext) => Promise<T>,
): Promise<T> {
  const actor = await actorIn(context, companyId);
  return scoped(context, companyId, async () => {
    const journal = new Journal();
    const inside: CommandContext = {
      actor,
      tenantId: actor.tenantId,
      now: context.now,
      query: context.query,
      get db() {
        return context.db;
      },
      execute: context.execute,
      audit: (before, after, kind) => journal.audit(operation, before, after, kind ?? "tenant"),
      emit: (event) => journal.emit(event),
      // Neither is meant for work in another scope.
      refuseAndKeep: (refusal) => {
        throw refusal;
      },
      call: () => {
        throw new Error("An operation in a company's scope is called by its run.");
      },
    };
    const result = await work(inside);
    await journal.write(context, { actor, now: context.now }, operation);
    return result;
  });
}

/** The platform as the company sees it: automation by name, and who of the platform it was. */
async function actorIn(context: QueryContext, companyId: string): Promise<Actor> {
  await assertPlatform(context);
  const [platform] = await context.query<{ name: string }>(
    sql`select name from tenants where id = ${context.tenantId}::uuid`,
  );
  const { id, name } = context.actor;
  return {
    kind: "system",
    audience: "system",
    tenantId: companyId,
    name: platform?.name ?? "Platform",
    permissions: [],
    ...(id !== undefined && { impersonator: { id, name } }),
  };
}

function insideOf(context: QueryContext, actor: Actor): QueryContext {
  return {
    actor,
    tenantId: actor.tenantId,
    now: context.now,
    query: context.query,
    get db() {
      return context.db;
    },
  };
}

async function scoped<T>(
  { query, tenantId }: QueryContext,
  companyId: string,
  work: () => Promise<T>,
): Promise<T> {
  const entered = await query(
    sql`select set_config('app.tenant_id', id::text, true) from platform_companies() where id = ${companyId}::uuid`,
  );
  if (entered.length === 0) throw new CompanyNotFound();
  try {
    return await work();
  } finally {
    // After an error of the database the transaction is over, and the setting with it.
    await query(sql`select set_config('app.tenant_id', ${tenantId}, true)`).catch(() => {});
  }
}
