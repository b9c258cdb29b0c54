import { describe, expect, test } from "vitest";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { calendarDate } from "@/lib/core/time/calendar-date";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { postEntries } from "@/lib/ledger/posting";
import { reverseEntries } from "@/lib/ledger/reversal";
import { credit, debit } from "@/lib/ledger/rules/entry";
import { aCompanyWithBooks, aSale, brokenBooks, type Company, inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const at = new Date("2026-04-30T23:00:00Z");

async function receivable(company: Company): Promise<bigint> {
  const filter = { accountCode: "1200", currency: "EUR" } as const;
  return (await run(listBalances, filter, { actor: company.actor })).items[0]?.balance.minor ?? 0n;
}

async function count(table: string, company: Company): Promise<number> {
  const { rows } = await database.owner.query(
    `select count(*)::int as n from ${table} where tenant_id = $1`,
    [company.id],
  );
  return rows[0].n;
}

describe("posting many entries at once", () => {
  test("is two statements, whatever their number, and keeps their order", async () => {
    const company = await aCompanyWithBooks(database.owner);
    const [clientId = ""] = company.clientIds;
    const sales = Array.from({ length: 500 }, (_, n) => aSale({ clientId, net: BigInt(n + 1) }));

    let statements = 0;
    const ids = await inOperation(company.actor, (context) =>
      postEntries(
        {
          ...context,
          execute: (statement) => {
            statements += 1;
            return context.execute(statement);
          },
        },
        sales,
      ),
    );
    expect(statements).toBe(2);
    expect(await count("journal_entries", company)).toBe(500);
    expect(await count("journal_lines", company)).toBe(1_500);
    expect(ids.toSorted()).toEqual(ids);
    const { rows } = await database.owner.query(
      "select -amount_minor as net from journal_lines where tenant_id = $1 and position = 2 order by entry_id",
      [company.id],
    );
    expect(rows.map(({ net }) => BigInt(net))).toEqual(sales.map((_, n) => BigInt(n + 1)));
  });

  test("reads no more of a long journal than of a short one, and so does taking back", async () => {
    const company = await aCompanyWithBooks(database.owner);
    const [clientId = ""] = company.clientIds;
    const rowsRead = (source: string) =>
      inOperation(company.actor, async (books) => {
        const before = await readSoFar(books);
        await postEntries(books, [aSale({ clientId, source })]);
        await reverseEntries(books, { source, at });
        await books.execute(sql`set constraints all immediate`);
        return (await readSoFar(books)) - before;
      });

    const short: bigint[] = [];
    // More often than the server plans a prepared statement anew, so that it keeps a plan from the short journal.
    for (let n = 0; n < 12; n += 1) short.push(await rowsRead(newId()));
    for (let batch = 0; batch < 8; batch += 1) {
      await inOperation(company.actor, (books) =>
        postEntries(
          books,
          Array.from({ length: 500 }, () => aSale({ clientId })),
        ),
      );
    }
    const most = short.reduce((largest, rows) => (rows > largest ? rows : largest));
    expect(await rowsRead(newId())).toBeLessThanOrEqual(most + 10n);
  });

  test("of none does nothing", async () => {
    const company = await aCompanyWithBooks(database.owner);
    expect(await inOperation(company.actor, (books) => postEntries(books, []))).toEqual([]);
  });

  test("is refused whole when one does not balance or names an unknown account", async () => {
    const company = await aCompanyWithBooks(database.owner);
    const [clientId = ""] = company.clientIds;
    const euro = money(1n, "EUR");
    const about = { day: calendarDate("2026-04-01"), description: "x", source: { kind: "invoice" } };
    const wrong = [
      { ...about, lines: [debit("1200", euro, clientId), debit("4000", euro)] },
      { ...about, lines: [debit("1200", euro, clientId), credit("NONE", euro)] },
    ];
    const codes = ["ledger.entry_unbalanced", "ledger.account_not_found"];
    for (const [index, entry] of wrong.entries()) {
      const posting = inOperation(company.actor, (books) => postEntries(books, [aSale({ clientId }), entry]));
      await expect(posting).rejects.toMatchObject({ code: codes[index] });
    }
    expect(await count("journal_entries", company)).toBe(0);
    expect(await receivable(company)).toBe(0n);
  });
});

describe("reversing what a document posted", () => {
  test("takes all of it back on the day of the company, once", async () => {
    const company = await aCompanyWithBooks(database.owner);
    const [clientId = ""] = company.clientIds;
    const [invoice, other] = [newId(), newId()];
    await inOperation(company.actor, (books) =>
      postEntries(books, [
        aSale({ clientId, source: invoice }),
        aSale({ clientId, source: invoice, net: 500n, tax: 95n, currency: "USD" }),
        aSale({ clientId, source: other, net: 100n, tax: 19n }),
      ]),
    );

    const pairs = await inOperation(company.actor, (books) => reverseEntries(books, { source: invoice, at }));
    expect(pairs).toHaveLength(2);
    expect(await receivable(company)).toBe(119n);
    const { rows } = await database.owner.query(
      "select distinct day::text, source_id from journal_entries where tenant_id = $1 and reverses_id is not null",
      [company.id],
    );
    expect(rows).toEqual([{ day: "2026-05-01", source_id: invoice }]);

    expect(
      await inOperation(company.actor, (books) => reverseEntries(books, { source: invoice, at })),
    ).toEqual([]);
    expect(await receivable(company)).toBe(119n);
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test("takes it back once, though 16 do it at the same moment", async () => {
    const company = await aCompanyWithBooks(database.owner);
    const [clientId = ""] = company.clientIds;
    const source = newId();
    await inOperation(company.actor, (books) =>
      postEntries(books, [aSale({ clientId, source }), aSale({ clientId, source })]),
    );
    const all = await Promise.all(
      Array.from({ length: 16 }, () =>
        inOperation(company.actor, (books) => reverseEntries(books, { source, at })),
      ),
    );
    expect(all.flat()).toHaveLength(2);
    expect(await receivable(company)).toBe(0n);
  });

  test("of another company's document finds nothing", async () => {
    const [ours, theirs] = [await aCompanyWithBooks(database.owner), await aCompanyWithBooks(database.owner)];
    const source = newId();
    await inOperation(ours.actor, (books) =>
      postEntries(books, [aSale({ clientId: ours.clientIds[0] ?? "", source })]),
    );
    expect(await inOperation(theirs.actor, (books) => reverseEntries(books, { source, at }))).toEqual([]);
    expect(await receivable(ours)).toBe(11_900n);
  });
});

describe("F-07: 32 who post at the same moment", () => {
  test("to the same accounts in every order never deadlock", async () => {
    const company = await aCompanyWithBooks(database.owner, 4);
    const before = await deadlocks();
    const rounds = 6;

    await Promise.all(
      Array.from({ length: 32 }, async (_, poster) => {
        for (let round = 0; round < rounds; round += 1) {
          const sales = company.clientIds.map((clientId) => aSale({ clientId, net: 100n, tax: 19n }));
          const ordered = sales.map((sale, n) => {
            const shift = (poster + round + n) % sale.lines.length;
            return { ...sale, lines: [...sale.lines.slice(shift), ...sale.lines.slice(0, shift)] };
          });
          const entries = poster % 2 === 0 ? ordered : ordered.toReversed();
          await inOperation(company.actor, (books) => postEntries(books, entries));
        }
      }),
    );

    expect(await deadlocks()).toBe(before);
    expect(await count("journal_entries", company)).toBe(32 * rounds * 4);
    expect(await receivable(company)).toBe(BigInt(32 * rounds * 4) * 119n);
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test("twice in one operation, in opposite order, never deadlock either", async () => {
    const company = await aCompanyWithBooks(database.owner, 2);
    const before = await deadlocks();
    const [ada = "", eve = ""] = company.clientIds;
    await Promise.all(
      Array.from({ length: 32 }, (_, poster) =>
        inOperation(company.actor, async (books) => {
          const [first, second] = poster % 2 === 0 ? [ada, eve] : [eve, ada];
          await postEntries(books, [loan(first)]);
          await postEntries(books, [loan(second)]);
        }),
      ),
    );
    expect(await deadlocks()).toBe(before);
    expect(await receivable(company)).toBe(0n);
    expect(await count("journal_entries", company)).toBe(64);
    expect(await brokenBooks(database.owner)).toEqual([]);
  });
});

/** Rows of the ledger that the connection has read lately: compare two moments of one transaction. */
async function readSoFar({ query }: CommandContext): Promise<bigint> {
  const [read] = await query<{ rows: bigint }>(sql`
    select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint as rows from pg_stat_xact_user_tables
    where relname in ('journal_entries', 'journal_lines', 'ledger_balances')`);
  return read?.rows ?? 0n;
}

/** An entry that touches rows of one client only. */
function loan(clientId: string) {
  const euro = money(5n, "EUR");
  return {
    day: calendarDate("2026-04-01"),
    description: "Moved within the client's account",
    source: { kind: "transfer" },
    lines: [debit("1200", euro, clientId), credit("1200", euro, clientId)],
  };
}

async function deadlocks(): Promise<bigint> {
  const { rows } = await database.owner.query(
    "select pg_stat_clear_snapshot(), deadlocks from pg_stat_database where datname = current_database()",
  );
  return BigInt(rows[0].deadlocks);
}
