import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { postEntries } from "@/lib/ledger/posting";
import { aCompanyWithBooks, aSale, brokenBooks, type Company, inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const app = new pg.Pool({ connectionString: database.app, max: 2 });
afterAll(() => app.end());

let [ours, theirs] = [{} as Company, {} as Company];
/** Ids of our company's posted entry, its accounts and client, and of the other company's account and client. */
let known: Record<
  "entry" | "bank" | "income" | "client" | "foreignBank" | "foreignClient" | "foreignEntry",
  string
>;

beforeAll(async () => {
  ours = await aCompanyWithBooks(database.owner);
  theirs = await aCompanyWithBooks(database.owner);
  const [entry = ""] = await inOperation(ours.actor, (books) =>
    postEntries(books, [aSale({ clientId: ours.clientIds[0] ?? "" })]),
  );
  const [foreignEntry = ""] = await inOperation(theirs.actor, (books) =>
    postEntries(books, [aSale({ clientId: theirs.clientIds[0] ?? "" })]),
  );
  known = {
    entry,
    foreignEntry,
    bank: await accountId(ours, "1000"),
    income: await accountId(ours, "4000"),
    client: ours.clientIds[0] ?? "",
    foreignBank: await accountId(theirs, "1000"),
    foreignClient: theirs.clientIds[0] ?? "",
  };
});

async function accountId(company: Company, code: string): Promise<string> {
  const { rows } = await database.owner.query(
    "select id from ledger_accounts where tenant_id = $1 and code = $2",
    [company.id, code],
  );
  return rows[0].id;
}

type Line = {
  position?: number;
  account?: string;
  client?: string | null;
  currency?: string;
  amount: bigint | number;
};
type Attempt = (connection: pg.PoolClient) => Promise<unknown>;

/** Adds an entry by bare SQL, as an attacker or a defect would. */
async function addEntry(connection: pg.PoolClient, lineCount: number, more: Record<string, unknown> = {}) {
  const id = newId();
  const row = { id, tenant_id: ours.id, day: "2026-04-01", description: "x", source_kind: "manual", ...more };
  const columns = { ...row, line_count: lineCount, posted_at: "2026-04-01" };
  const names = Object.keys(columns);
  await connection.query(
    `insert into journal_entries (${names}) values (${names.map((_, index) => `$${index + 1}`)})`,
    Object.values(columns),
  );
  return id;
}

async function addLines(connection: pg.PoolClient, entry: string, lines: Line[], tenantId = ours.id) {
  for (const [index, { position, account, client, currency, amount }] of lines.entries()) {
    await connection.query(
      `insert into journal_lines (tenant_id, entry_id, position, account_id, client_id, currency, amount_minor)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tenantId,
        entry,
        position ?? index + 1,
        account ?? known.bank,
        client ?? null,
        currency ?? "EUR",
        amount,
      ],
    );
  }
}

async function addWhole(connection: pg.PoolClient, lines: Line[], more: Record<string, unknown> = {}) {
  const entry = await addEntry(connection, lines.length, more);
  await addLines(connection, entry, lines);
  return entry;
}

const pair = (amount: bigint | number): Line[] => [
  { amount },
  { amount: -BigInt(amount), account: known.income },
];

/** Each is a way to break the books; none may succeed, neither for the application nor for the owner of the schema. */
const attempts: Record<string, Attempt> = {
  "invariant 1: an entry whose debits exceed its credits": (c) =>
    addWhole(c, [{ amount: 100 }, { amount: -99 }]),
  "invariant 1: an entry that balances only across currencies": (c) =>
    addWhole(c, [{ amount: 100 }, { amount: -100, currency: "USD" }]),
  "invariant 1: an entry of one line": (c) => addWhole(c, [{ amount: 100 }]),
  "invariant 1: an entry that says two lines and has one": async (c) =>
    addLines(c, await addEntry(c, 2), [{ amount: 100 }]),
  "invariant 1: an entry without lines": (c) => addEntry(c, 2),
  "invariant 1: an entry of no lines that says so": (c) => addEntry(c, 0),
  "invariant 1: a line of zero": (c) => addWhole(c, [...pair(100), { amount: 0 }]),
  "invariant 1: a line beyond 2^53 - 1 minor units": (c) => addWhole(c, pair(9007199254740992n)),
  "invariant 1: a line beyond the range of bigint": (c) => addWhole(c, pair(9223372036854775808n)),
  "invariant 1: a currency that is no code": (c) =>
    addWhole(
      c,
      pair(100).map((line) => ({ ...line, currency: "eu1" })),
    ),
  "invariant 1: lines added after the entry was checked early in its transaction": async (c) => {
    const entry = await addWhole(c, pair(100));
    await c.query("set constraints all immediate");
    await c.query("set constraints all deferred");
    await addLines(c, entry, [{ position: 3, amount: 5 }]);
  },
  "invariant 1: a second line at a position": async (c) => {
    const entry = await addWhole(c, pair(100));
    await addLines(c, entry, [{ position: 2, amount: 5 }]);
  },
  "invariant 1: a line before the first": async (c) => {
    const entry = await addWhole(c, pair(100));
    await addLines(c, entry, [{ position: 0, amount: 5 }]);
  },
  "invariant 1: a reversal that takes back another amount": (c) =>
    addWhole(c, pair(100), { reverses_id: known.entry }),
  "invariant 8: one line more for a posted entry": (c) =>
    addLines(c, known.entry, [{ position: 4, amount: 5 }]),
  "invariant 8: two balanced lines more for a posted entry": (c) =>
    addLines(
      c,
      known.entry,
      pair(5).map((line, index) => ({ ...line, position: 4 + index })),
    ),
  "invariant 8: an amount changed": (c) =>
    c.query("update journal_lines set amount_minor = amount_minor + 1"),
  "invariant 8: a line moved to another account": (c) =>
    c.query("update journal_lines set account_id = $1", [known.bank]),
  "invariant 8: a line replaced on conflict": (c) =>
    c.query(
      `insert into journal_lines select * from journal_lines where entry_id = $1
       on conflict (tenant_id, entry_id, position) do update set amount_minor = 1`,
      [known.entry],
    ),
  "invariant 8: a day changed": (c) => c.query("update journal_entries set day = '2020-01-01'"),
  "invariant 8: the posting transaction of an entry changed": (c) =>
    c.query("update journal_entries set posted_xact = pg_current_xact_id()"),
  "invariant 8: a number of lines changed": (c) =>
    c.query("update journal_entries set line_count = line_count + 1"),
  "invariant 8: lines deleted": (c) =>
    c.query("delete from journal_lines where entry_id = $1", [known.entry]),
  "invariant 8: entries deleted": (c) => c.query("delete from journal_entries where id = $1", [known.entry]),
  "invariant 8: lines truncated": (c) => c.query("truncate journal_lines"),
  "invariant 8: entries truncated with all that refers to them": (c) =>
    c.query("truncate journal_entries cascade"),
  "invariant 8: accounts truncated with all that refers to them": (c) =>
    c.query("truncate ledger_accounts cascade"),
  "invariant 8: clients truncated with all that refers to them": (c) => c.query("truncate clients cascade"),
  "invariant 8: an account deleted below its lines": (c) =>
    c.query("delete from ledger_accounts where id = $1", [known.income]),
  "invariant 8: an account renumbered below its lines": (c) =>
    c.query("update ledger_accounts set id = $1 where id = $2", [newId(), known.income]),
  "invariant 8: a client renumbered below his lines": (c) =>
    c.query("update clients set id = $1 where id = $2", [newId(), known.client]),
  "invariant 8: an entry reversed a second time": async (c) => {
    for (const _ of [1, 2]) {
      const { rows } = await c.query(
        "select account_id as account, client_id as client, currency, -amount_minor as amount from journal_lines where entry_id = $1 order by position",
        [known.entry],
      );
      await addWhole(c, rows, { reverses_id: known.entry });
    }
  },
  "invariant 9: a balance raised": (c) => c.query("update ledger_balances set debit_minor = debit_minor + 1"),
  "invariant 9: a balance invented": (c) =>
    c.query(
      `insert into ledger_balances (tenant_id, account_id, currency, day, debit_minor, credit_minor)
       values ($1, $2, 'EUR', '2026-04-02', 1, 0)`,
      [ours.id, known.bank],
    ),
  "invariant 9: balances deleted": (c) => c.query("delete from ledger_balances"),
  "invariant 9: balances truncated": (c) => c.query("truncate ledger_balances"),
  "invariant 12: an account of another company": (c) =>
    addWhole(c, [{ amount: 100, account: known.foreignBank }, { amount: -100 }]),
  "invariant 12: a client of another company": (c) =>
    addWhole(c, [{ amount: 100, client: known.foreignClient }, { amount: -100 }]),
  "invariant 12: a line under an entry of another company": (c) =>
    addLines(c, known.foreignEntry, [{ position: 1, amount: 100 }]),
  "invariant 12: a line of one company in the entry of another": async (c) =>
    addLines(c, await addEntry(c, 2), pair(100), theirs.id),
  "invariant 12: a reversal of another company's entry": (c) =>
    addWhole(c, pair(11_900), { reverses_id: known.foreignEntry }),
};

/** A constraint, a trigger, a right or the range of a type; not a mistake in our statement. */
const refusals = /^(23\d{3}|42501|22003)$/;

async function attempt(pool: pg.Pool, work: Attempt): Promise<unknown> {
  const connection = await pool.connect();
  try {
    await connection.query("begin");
    await connection.query("select set_config('app.tenant_id', $1, true)", [ours.id]);
    await work(connection);
    await connection.query("commit");
    return undefined;
  } catch (error) {
    await connection.query("rollback");
    return error;
  } finally {
    connection.release();
  }
}

const books = async () =>
  (
    await database.owner.query(`
      select (select md5(string_agg(e::text, '|' order by id)) from journal_entries e) as entries,
        (select md5(string_agg(l::text, '|' order by entry_id, position)) from journal_lines l) as lines,
        (select md5(string_agg(b::text, '|' order by id)) from ledger_balances b) as balances,
        (select md5(string_agg(a::text, '|' order by id)) from ledger_accounts a) as accounts`)
  ).rows[0];

describe.each([
  ["the application", () => app],
  ["the owner of the schema", () => database.owner],
])("%s cannot commit", (_, pool) => {
  test.each(Object.entries(attempts))("%s", async (_title, work) => {
    const before = await books();
    expect(await attempt(pool(), work)).toMatchObject({ code: expect.stringMatching(refusals) });
    expect(await books()).toEqual(before);
  });
});

test("invariant 8: an entry cannot claim the transaction of another, the database stamps its own", async () => {
  const stamp = async (c: pg.PoolClient, entry: string) =>
    (await c.query("select posted_xact::text as stamp from journal_entries where id = $1", [entry])).rows[0]
      .stamp;
  let [claimed, stamped] = ["", ""];
  const error = await attempt(app, async (c) => {
    claimed = await stamp(c, known.entry);
    stamped = await stamp(c, await addWhole(c, pair(100), { posted_xact: claimed }));
  });
  expect(error).toBeUndefined();
  expect(stamped).not.toBe(claimed);
});

test("the application changes nothing of an account but its name", async () => {
  for (const column of [
    "code = 'X'",
    "type = 'EXPENSE'",
    `tenant_id = '${theirs.id}'`,
    "created_at = now()",
  ]) {
    const error = await attempt(app, (c) => c.query(`update ledger_accounts set ${column}`));
    expect(error, column).toMatchObject({ code: "42501" });
  }
});

test("what is balanced and complete commits, by whatever way it comes", async () => {
  expect(await attempt(app, (c) => addWhole(c, pair(100)))).toBeUndefined();
  expect(await attempt(database.owner, (c) => addWhole(c, pair(9_007_199_254_740_991n)))).toBeUndefined();
  const checkedEarly = await attempt(app, async (c) => {
    await addWhole(c, pair(7));
    await c.query("set constraints all immediate");
  });
  expect(checkedEarly).toBeUndefined();
  expect(await brokenBooks(database.owner)).toEqual([]);
});

test("an entry that only the database finds unbalanced is a defect: named, and nothing of its operation stays", async () => {
  const before = await books();
  const broken = inOperation(ours.actor, async (context) => {
    await postEntries(context, [aSale({ clientId: known.client })]);
    const id = newId();
    await context.execute(sql`
      insert into journal_entries (id, tenant_id, day, description, source_kind, line_count, posted_at)
      values (${id}::uuid, ${ours.id}::uuid, '2026-04-01', 'x', 'manual', 2, ${context.now})`);
    await context.execute(sql`
      insert into journal_lines (tenant_id, entry_id, position, account_id, currency, amount_minor)
      values (${ours.id}::uuid, ${id}::uuid, 1, ${known.bank}::uuid, 'EUR', 100),
        (${ours.id}::uuid, ${id}::uuid, 2, ${known.income}::uuid, 'EUR', -99)`);
  });
  await expect(broken).rejects.toMatchObject({ constraint: "journal_entry_balances", code: "23514" });
  expect(await books()).toEqual(before);
});
