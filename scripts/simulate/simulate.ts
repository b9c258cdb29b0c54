import { createHash } from "node:crypto";
import type pg from "pg";
import type { Actor } from "@/lib/core/operation/actor";
import { addMonths, calendarDate, daysBetween } from "@/lib/core/time/calendar-date";
import { Clock } from "./clock";
import { Company } from "./company";
import { checkBooks, type Sealed, seal, type Violation } from "./invariants";
import { drawArrivals, liveThrough } from "./life";
import type { SimulationOptions } from "./options";
import { random } from "./random";

const firstDay = calendarDate("2026-01-01");

export type Simulation = {
  clients: number;
  operations: number;
  entries: number;
  /** Of all balances by account, client's number and currency: the same for the same seed. */
  digest: string;
  violations: Violation[];
};

type World = SimulationOptions & {
  /** As the owner of the schema. */
  owner: pg.Pool;
  /** Who acts, in a company that has its chart of accounts and no clients yet. */
  actor: Actor;
  zone: string;
  /** Called after each month. */
  progress?: (month: string, company: Company, violations: Violation[]) => void;
};

/** Runs a company through so many months, all by operations with a moving clock, and checks its books after each. */
export async function simulate(world: World): Promise<Simulation> {
  const { owner, actor, zone, clients, months, seed, progress } = world;
  const chance = random(seed);
  const clock = new Clock(firstDay, zone);
  const company = new Company(actor, clock);
  const arrivals = drawArrivals(chance, clients, daysBetween(firstDay, addMonths(firstDay, months)));

  const violations: Violation[] = [];
  let sealed: Sealed = await seal(owner, actor.tenantId);
  for (let month = 0; month < months; month += 1) {
    const next = addMonths(firstDay, month + 1);
    for (; clock.today < next; clock.sleep()) {
      const today = daysBetween(firstDay, clock.today);
      const arriving = arrivals.filter((day) => day === today).length;
      await liveThrough(company, chance, clock.today, arriving);
    }

    const found = await checkBooks(owner, company, sealed);
    violations.push(...found);
    progress?.(addMonths(firstDay, month).slice(0, 7), company, found);
    sealed = await seal(owner, actor.tenantId);
  }
  return {
    clients: company.clients.length,
    operations: company.operations,
    entries: sealed.entryIds.length,
    digest: await digestOf(owner, actor.tenantId),
    violations,
  };
}

async function digestOf(owner: pg.Pool, tenantId: string): Promise<string> {
  const { rows } = await owner.query<{ line: string }>(
    `select concat_ws('/', a.code, coalesce(c.number, 0), b.currency, b.day, b.debit_minor, b.credit_minor) as line
     from ledger_balances b join ledger_accounts a on a.tenant_id = b.tenant_id and a.id = b.account_id
     left join clients c on c.tenant_id = b.tenant_id and c.id = b.client_id
     where b.tenant_id = $1`,
    [tenantId],
  );
  return createHash("sha256")
    .update(
      rows
        .map(({ line }) => line)
        .sort()
        .join("\n"),
    )
    .digest("hex")
    .slice(0, 16);
}
