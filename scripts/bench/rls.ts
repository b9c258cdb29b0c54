import type pg from "pg";
import { config } from "@/lib/core/config/load";
import { appPool } from "@/lib/core/db/pools";
import { Sql } from "@/lib/core/db/sql";
import { tenantTransaction } from "@/lib/core/db/transaction";
import { perform } from "@/lib/core/operation/run";
import { type Company, startCompany } from "./company";
import { latency } from "./measure";
import { once } from "./once";
import { type Question, questionsFor } from "./questions";
import { recorded, type Statement } from "./recorder";
import { readRecords } from "./records";
import type { BenchCase, BenchDefinition } from "./types";

let company: Company | undefined;
let questions: Question[] = [];

/**
 * What isolation costs: the statements of reading operations in the runner's transaction, as the application role under
 * row-level security, and the same ones in a transaction of the schema's owner, whom no policy holds.
 */
export const bench: BenchDefinition = {
  name: "rls",
  description: "the SQL of reading operations under row-level security, against the same without policies",
  async setup({ size }) {
    company = await startCompany({ size, progress: (step) => console.log(`… ${step}`) });
    questions = questionsFor(company, await readRecords(company)).filter(isMeasured);
    console.log("");
  },
  async teardown() {
    await company?.stop();
    company = undefined;
  },
  cases: () => [...questions.map(withPolicies), ...questions.map(transactions)],
};

/** Reading, for people of the company; one order and one filter of each list are enough here. */
function isMeasured({ operation, title }: Question): boolean {
  if (operation.kind !== "query" || operation.audience.includes("visitor")) return false;
  return !/"sort":|"(?:SUSPENDED|CLIENT|LIABILITY)"/.test(title);
}

function withPolicies({ title, operation, input, actor }: Question): BenchCase {
  const statements = once(async () => {
    const transactions = await recorded(() => perform(operation, input(1), { actor: actor(1) }));
    return transactions.flatMap((transaction) => transaction.statements);
  });
  const common = { case: title, unit: "ms", better: "lower", goal: 1.5, floor: 3 } as const;
  return {
    ...common,
    ours: async () => underPolicies(await statements()),
    limit: async () => asOwner(await statements()),
  };
}

/** The transaction that the runner opens: one message begins it and sets the company. */
function underPolicies(statements: Statement[]) {
  const { DATABASE_STATEMENT_TIMEOUT_MS, DATABASE_PREPARED } = config();
  const settings = { statementTimeoutMs: DATABASE_STATEMENT_TIMEOUT_MS, prepared: DATABASE_PREPARED };
  const scope = { tenantId: (company as Company).actor.tenantId, mode: "read" } as const;
  const asked = statements.map(({ text, values }) => new Sql(text.split(/\$\d+/), values));
  return latency(() =>
    tenantTransaction(appPool(), scope, settings, async (tx) => {
      for (const statement of asked) await tx.query(statement);
    }),
  );
}

/** The same statements in one transaction of the schema's owner; the narrow functions ask which company it is about. */
async function asOwner(statements: Statement[]) {
  const { owner, actor } = company as Company;
  const connection = await owner.connect();
  const begin = `begin read only; select set_config('app.tenant_id', '${actor.tenantId}', true)`;
  try {
    return await latency(async () => {
      await connection.query(begin);
      for (const statement of statements) await connection.query(prepared(statement));
      await connection.query("commit");
    });
  } finally {
    connection.release();
  }
}

const names = new Map<string, string>();

function prepared({ text, values }: Statement): pg.QueryConfig {
  const name = names.get(text) ?? `bench_${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

function transactions({ title, operation, input, actor }: Question): BenchCase {
  return {
    case: `${title}: transactions`,
    unit: "count",
    better: "lower",
    goal: 1,
    floor: 1,
    ours: async () => ({
      value: (await recorded(() => perform(operation, input(1), { actor: actor(1) }))).length,
    }),
    limit: async () => ({ value: 1 }),
  };
}
