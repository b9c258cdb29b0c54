import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { money } from "@/lib/core/money/money";
import { run } from "@/lib/core/operation/run";
import { addDays, calendarDate } from "@/lib/core/time/calendar-date";
import { AlreadyReversed, Unbalanced } from "@/lib/ledger/errors";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";
import { type EntryToPost, postEntries } from "@/lib/ledger/posting";
import { reverseEntries } from "@/lib/ledger/reversal";
import { chartAccounts } from "@/lib/ledger/rules/chart";
import { credit, debit, type EntryLine } from "@/lib/ledger/rules/entry";
import { aCompanyWithBooks, brokenBooks, type Company, inOperation } from "@/lib/ledger/testing";
import { type Random, random } from "@/scripts/simulate/random";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const wanted = 10_000;
const writers = 8;
const currencies: CurrencyCode[] = ["EUR", "USD", "JPY", "BHD"];

/** What the books should hold: the fold, in TypeScript, of everything that was answered with success. */
class Model {
  readonly totals = new Map<string, bigint>();

  add(company: Company, lines: readonly EntryLine[], sign = 1n): void {
    for (const { accountCode, clientId, amount } of lines) {
      const key = [company.id, accountCode, clientId ?? "", amount.currency].join("/");
      this.totals.set(key, (this.totals.get(key) ?? 0n) + sign * amount.minor);
    }
  }
}

type Document = { source: string; entries: EntryToPost[] };
type Manual = { entryId: string; lines: readonly EntryLine[] };

/** One who keeps posting, reversing and making mistakes until all have done enough. */
class Writer {
  private readonly documents: { company: Company; document: Document }[] = [];
  private readonly manual: { company: Company; entry: Manual }[] = [];

  constructor(
    private readonly chance: Random,
    private readonly companies: readonly Company[],
    private readonly model: Model,
  ) {}

  /** Does one thing and returns how many operations on the ledger it was. */
  act(): Promise<number> {
    const company = this.chance.pick(this.companies);
    const share = this.chance.integer(1, 100);
    if (share <= 25) return this.postByHand(company);
    if (share <= 35) return this.takeBackByHand();
    if (share <= 75) return this.postDocument(company);
    if (share <= 93) return this.takeBackDocument();
    return this.makeMistake(company);
  }

  private async postByHand(company: Company): Promise<number> {
    const { day, description, lines } = this.anEntry(company, newId());
    const input = lines.map(({ accountCode, clientId, amount: { minor, currency } }) => ({
      accountCode,
      side: minor > 0n ? ("DEBIT" as const) : ("CREDIT" as const),
      amount: { minor: Number(minor < 0n ? -minor : minor), currency },
      ...(clientId && { clientId }),
    }));
    const { id } = await run(postEntry, { day, description, lines: input }, { actor: company.actor });
    this.model.add(company, lines);
    this.manual.push({ company, entry: { entryId: id, lines } });
    return 1;
  }

  private async takeBackByHand(): Promise<number> {
    if (this.manual.length === 0) return 0;
    const { company, entry } = this.chance.pick(this.manual);
    try {
      await run(reverseEntry, { entryId: entry.entryId }, { actor: company.actor });
      this.model.add(company, entry.lines, -1n);
    } catch (error) {
      if (!(error instanceof AlreadyReversed)) throw error;
    }
    return 1;
  }

  private async postDocument(company: Company): Promise<number> {
    const source = newId();
    const entries = Array.from({ length: this.chance.integer(40, 120) }, () => this.anEntry(company, source));
    await inOperation(company.actor, (books) => postEntries(books, entries));
    for (const { lines } of entries) this.model.add(company, lines);
    this.documents.push({ company, document: { source, entries } });
    return entries.length;
  }

  private async takeBackDocument(): Promise<number> {
    if (this.documents.length === 0) return 0;
    const { company, document } = this.chance.pick(this.documents);
    const at = new Date("2026-05-01T12:00:00Z");
    const pairs = await inOperation(company.actor, (books) =>
      reverseEntries(books, { source: document.source, at }),
    );
    expect([0, document.entries.length]).toContain(pairs.length);
    if (pairs.length > 0) for (const { lines } of document.entries) this.model.add(company, lines, -1n);
    return Math.max(pairs.length, 1);
  }

  private async makeMistake(company: Company): Promise<number> {
    const entry = this.anEntry(company, newId());
    const unbalanced = { ...entry, lines: entry.lines.slice(0, -1).concat(entry.lines.slice(0, 1)) };
    const posting = inOperation(company.actor, (books) =>
      postEntries(books, [this.anEntry(company, newId()), unbalanced]),
    );
    await expect(posting).rejects.toBeInstanceOf(Unbalanced);
    return 1;
  }

  /** In one to three currencies, each with one debit and up to three credits that add up to it. */
  private anEntry(company: Company, source: string): EntryToPost {
    const { chance } = this;
    const chosen = currencies.slice(chance.integer(0, 3)).slice(0, chance.percent(20) ? 3 : 1);
    const lines = chosen.flatMap((currency) => {
      const parts = Array.from({ length: chance.integer(1, 3) }, () => BigInt(chance.integer(1, 10 ** 11)));
      const total = parts.reduce((sum, part) => sum + part, 0n);
      return [
        debit(this.anAccount(), money(total, currency), this.aClient(company)),
        ...parts.map((part) => credit(this.anAccount(), money(part, currency), this.aClient(company))),
      ];
    });
    const day = addDays(calendarDate("2026-04-01"), chance.integer(0, 3));
    return { day, description: "Random", source: { kind: "invoice", id: source }, lines };
  }

  private anAccount(): string {
    return this.chance.pick(chartAccounts).code;
  }

  private aClient(company: Company): string | undefined {
    return this.chance.percent(60) ? this.chance.pick(company.clientIds) : undefined;
  }
}

test(`after ${wanted} random operations by ${writers} writers, sums are zero and balances equal recomputation`, async () => {
  const seed = 20_260_401;
  const companies = await Promise.all([1, 2, 3].map(() => aCompanyWithBooks(database.owner, 5)));
  const model = new Model();
  let done = 0;

  await Promise.all(
    Array.from({ length: writers }, async (_, index) => {
      const writer = new Writer(random(seed + index), companies, model);
      while (done < wanted) done += await writer.act();
    }),
  );

  expect(done).toBeGreaterThanOrEqual(wanted);
  expect(await brokenBooks(database.owner)).toEqual([]);
  for (const company of companies) {
    const balances = await allBalances(company);
    expect(foldOf(balances), `seed ${seed}`).toEqual(expectedOf(model, company));
    for (const currency of currencies) {
      const sum = balances.reduce(
        (total, { net }) => (net.currency === currency ? total + net.minor : total),
        0n,
      );
      expect(sum, currency).toBe(0n);
    }
  }
}, 300_000);

async function allBalances(company: Company) {
  const items: Awaited<ReturnType<typeof page>>["items"] = [];
  const page = (cursor?: string) =>
    run(listBalances, { per: "client", limit: 200, ...(cursor && { cursor }) }, { actor: company.actor });
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const read = await page(cursor);
    items.push(...read.items);
    cursor = read.nextCursor;
  }
  return items;
}

type Net = { accountCode: string; clientId: string | null; net: { minor: bigint; currency: string } };

function foldOf(balances: readonly Net[]): [string, bigint][] {
  return balances
    .map(({ accountCode, clientId, net }): [string, bigint] => [
      [accountCode, clientId ?? "", net.currency].join("/"),
      net.minor,
    ])
    .sort(byKey);
}

function expectedOf(model: Model, company: Company): [string, bigint][] {
  return [...model.totals]
    .filter(([key]) => key.startsWith(company.id))
    .map(([key, total]): [string, bigint] => [key.slice(company.id.length + 1), total])
    .sort(byKey);
}

function byKey([one]: [string, bigint], [other]: [string, bigint]): number {
  return one < other ? -1 : 1;
}
