import { describe, expect, test } from "vitest";
import { perform, run } from "@/lib/core/operation/run";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { postEntries } from "@/lib/ledger/posting";
import { aCompanyWithBooks, aSale, inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const company = () => aCompanyWithBooks(database.owner, 2);

/** Two clients, two currencies, two days. */
async function trading() {
  const {
    actor,
    clientIds: [ada = "", eve = ""],
  } = await company();
  await inOperation(actor, (books) =>
    postEntries(books, [
      aSale({ clientId: ada, day: "2026-04-01" }),
      aSale({ clientId: ada, day: "2026-04-02" }),
      aSale({ clientId: eve, day: "2026-04-02", net: 500n, tax: 95n }),
      aSale({ clientId: eve, day: "2026-04-02", net: 700n, tax: 1n, currency: "JPY" }),
    ]),
  );
  const amount = { minor: 10_000, currency: "EUR" } as const;
  const lines = [
    { accountCode: "1000", side: "DEBIT", amount } as const,
    { accountCode: "1200", side: "CREDIT", amount, clientId: ada } as const,
  ];
  await run(postEntry, { day: "2026-04-03", description: "Paid", lines }, { actor });

  const balances = async (filter: object) =>
    (await perform(listBalances, filter, { actor })).wire.items.map(
      ({ accountCode, clientId, debit, credit, balance, net }) => ({
        account: accountCode,
        client: clientId === ada ? "ada" : clientId === eve ? "eve" : null,
        currency: balance.currency,
        debit: debit.minor,
        credit: credit.minor,
        net: net.minor,
        balance: balance.minor,
      }),
    );
  return { actor, ada, eve, balances };
}

describe("balances", () => {
  test("by account are the trial balance: in each currency debits equal credits", async () => {
    const { balances } = await trading();
    const rows = await balances({});
    expect(rows).toContainEqual({
      account: "1200",
      client: null,
      currency: "EUR",
      debit: 24_395,
      credit: 10_000,
      net: 14_395,
      balance: 14_395,
    });
    expect(rows).toContainEqual({
      account: "2100",
      client: null,
      currency: "EUR",
      debit: 0,
      credit: 3_895,
      net: -3_895,
      balance: 3_895,
    });
    for (const currency of ["EUR", "JPY"]) {
      const of = rows.filter((row) => row.currency === currency);
      expect(of.reduce((sum, { net }) => sum + net, 0)).toBe(0);
    }
  });

  test("by client say what each one owes", async () => {
    const { balances } = await trading();
    const owed = await balances({ per: "client", accountCode: "1200" });
    expect(owed.map(({ client, currency, balance }) => [client, currency, balance]).sort()).toEqual([
      ["ada", "EUR", 13_800],
      ["eve", "EUR", 595],
      ["eve", "JPY", 701],
    ]);
  });

  test("are of one client, one currency, or up to a day, which counts", async () => {
    const { balances, eve } = await trading();
    const [euro, yen] = [
      await balances({ clientId: eve, currency: "EUR" }),
      await balances({ currency: "JPY" }),
    ];
    expect(euro.map(({ account, client, balance }) => [account, client, balance])).toEqual([
      ["1200", "eve", 595],
    ]);
    expect(yen.map(({ account }) => account)).toEqual(["1200", "2100", "4000"]);
    const receivables = async (upTo: string) =>
      (await balances({ accountCode: "1200", currency: "EUR", upTo })).map(({ balance }) => balance);
    expect(await receivables("2026-03-31")).toEqual([]);
    expect(await receivables("2026-04-01")).toEqual([11_900]);
    expect(await receivables("2026-04-02")).toEqual([24_395]);
  });

  test("come in pages", async () => {
    const { actor } = await trading();
    const [whole, pages] = [await run(listBalances, { per: "client" }, { actor }), [] as unknown[]];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await run(listBalances, { per: "client", limit: 2, ...(cursor && { cursor }) }, { actor });
      pages.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(whole.items.length).toBeGreaterThan(6);
    expect(pages).toEqual(whole.items);
  });

  test("of another company are not found", async () => {
    const { ada } = await trading();
    const { actor } = await company();
    expect((await run(listBalances, {}, { actor })).items).toEqual([]);
    expect((await run(listBalances, { clientId: ada, per: "client" }, { actor })).items).toEqual([]);
  });

  test("F-26: are exact beyond 10^15, and refused rather than rounded beyond 2^53 - 1", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const sale = (net: bigint) =>
      inOperation(actor, (books) => postEntries(books, [aSale({ clientId, net, tax: 1n, currency: "PYG" })]));
    await sale(10n ** 15n);
    await sale(3n * 10n ** 15n + 1n);
    const [row] = (await run(listBalances, { accountCode: "4000" }, { actor })).items;
    expect(row?.balance).toEqual({ minor: 4_000_000_000_000_001n, currency: "PYG" });

    await sale(9n * 10n ** 15n);
    await expect(run(listBalances, { accountCode: "4000" }, { actor })).rejects.toMatchObject({
      kind: "limit",
      code: "ledger.balance_too_large",
    });
  });
});
