import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { perform, run } from "@/lib/core/operation/run";
import { getEntry } from "@/lib/ledger/operations/get-entry";
import { listEntries } from "@/lib/ledger/operations/list-entries";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";
import { postEntries } from "@/lib/ledger/posting";
import { aCompanyWithBooks, aSale, brokenBooks, inOperation, traces } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const company = () => aCompanyWithBooks(database.owner, 2);
const amount = { minor: 11_900, currency: "EUR" } as const;

function payment(clientId: string) {
  return {
    day: "2026-04-01",
    description: "Bank transfer 4711",
    lines: [
      { accountCode: "1000", side: "DEBIT" as const, amount },
      { accountCode: "1200", side: "CREDIT" as const, amount, clientId },
    ],
  };
}

describe("posting by hand", () => {
  test("puts a balanced entry into the books, audited and announced", async () => {
    const {
      id,
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const { value: entry, wire } = await perform(postEntry, payment(clientId), { actor });

    expect(wire).toMatchObject({
      ...payment(clientId),
      source: { kind: "manual", id: null },
      reversesId: null,
      reversedById: null,
      lines: [
        { accountName: "Bank", clientId: null, side: "DEBIT", amount },
        { accountName: "Accounts receivable", clientId, side: "CREDIT", amount },
      ],
    });
    expect(await run(getEntry, { entryId: entry.id }, { actor })).toEqual(entry);
    expect(await traces(database.owner, id)).toMatchObject({
      audit: {
        operation: "ledger.entry.post",
        record_type: "entry",
        record_id: entry.id,
        before: null,
        after: { description: "Bank transfer 4711", lines: [{ amount: { minor: "11900" } }, {}] },
      },
      event: { name: "ledger/entry.posted", subject: entry.id, payload: { entryId: entry.id } },
    });
  });

  test("F-26: keeps 10^15 minor units to the last digit, and refuses what JSON would round", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    for (const minor of [10 ** 15 + 1, Number.MAX_SAFE_INTEGER]) {
      const { lines, ...rest } = payment(clientId);
      const input = {
        ...rest,
        lines: lines.map((line) => ({ ...line, amount: { minor, currency: "PYG" as const } })),
      };
      const { wire } = await perform(postEntry, input, { actor });
      expect(wire.lines.map((line) => line.amount.minor)).toEqual([minor, minor]);
    }
    const { lines, ...rest } = payment(clientId);
    for (const minor of [2 ** 53, 1.5, Number.NaN, "100", 1e300, 0, -1]) {
      const input = {
        ...rest,
        lines: lines.map((line) => ({ ...line, amount: { minor, currency: "EUR" } })),
      };
      await expect(perform(postEntry, input, { actor })).rejects.toMatchObject({ kind: "invalid" });
    }
  });

  test("refuses an entry that does not balance, and leaves nothing", async () => {
    const {
      id,
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const before = await traces(database.owner, id);
    const { lines, ...rest } = payment(clientId);
    const [first, second] = lines;
    if (!first || !second) throw new Error("two lines");
    const oneCentLess = { ...second, amount: { minor: 11_899, currency: "EUR" as const } };
    const otherCurrency = { ...second, amount: { minor: 11_900, currency: "USD" as const } };

    for (const wrong of [oneCentLess, otherCurrency, { ...second, side: "DEBIT" as const }]) {
      const refused = run(postEntry, { ...rest, lines: [first, wrong] }, { actor });
      await expect(refused).rejects.toMatchObject({
        code: "ledger.entry_unbalanced",
        fields: [{ path: "lines" }],
      });
    }
    await expect(run(postEntry, { ...rest, lines: [first] }, { actor })).rejects.toMatchObject({
      kind: "invalid",
    });
    expect(await traces(database.owner, id)).toEqual(before);
  });

  test("refuses an account or a client that does not exist, or is of another company", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const other = await company();
    const { lines, ...rest } = payment(clientId);
    const unknown = lines.map((line) => ({ ...line, accountCode: "9999" }));
    await expect(run(postEntry, { ...rest, lines: unknown }, { actor })).rejects.toMatchObject({
      code: "ledger.account_not_found",
      details: { accountCode: "9999" },
    });
    for (const foreign of [other.clientIds[0] ?? "", newId()]) {
      const refused = run(postEntry, payment(foreign), { actor });
      await expect(refused).rejects.toMatchObject({ kind: "not_found", code: "clients.client_not_found" });
    }
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test.each([
    ["a day that does not exist", { day: "2026-02-30" }],
    ["a description with a line break", { description: "a\nb" }],
    ["an empty description", { description: " " }],
    ["a source of its own", { source: { kind: "invoice" } }],
    ["an instant of its own", { postedAt: "2020-01-01T00:00:00Z" }],
  ])("refuses %s", async (_, wrong) => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    await expect(perform(postEntry, { ...payment(clientId), ...wrong }, { actor })).rejects.toMatchObject({
      kind: "invalid",
    });
  });
});

describe("taking back by hand", () => {
  test("posts the mirror, links both, and is audited and announced", async () => {
    const {
      id,
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const entry = await run(postEntry, payment(clientId), { actor });
    const input = { entryId: entry.id, day: "2026-04-02", description: "Not ours" };
    const { value: reversal, wire } = await perform(reverseEntry, input, { actor });

    expect(wire).toMatchObject({
      day: "2026-04-02",
      description: "Not ours",
      reversesId: entry.id,
      lines: [
        { side: "CREDIT", amount },
        { side: "DEBIT", amount, clientId },
      ],
    });
    expect(await run(getEntry, { entryId: entry.id }, { actor })).toMatchObject({
      reversedById: reversal.id,
    });
    expect(await traces(database.owner, id)).toMatchObject({
      audit: { operation: "ledger.entry.reverse", record_id: reversal.id },
      event: { name: "ledger/entry.reversed", payload: { entryId: entry.id, reversalId: reversal.id } },
    });
  });

  test("happens today in the company's zone unless a day is given", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const entry = await run(postEntry, payment(clientId), { actor });
    // Berlin is two hours ahead in summer: there the next day has begun.
    const now = new Date("2026-06-30T22:30:00Z");
    const reversal = await run(reverseEntry, { entryId: entry.id }, { actor, now });
    expect(reversal).toMatchObject({
      day: "2026-07-01",
      description: "Reversal: Bank transfer 4711",
      postedAt: now,
    });
  });

  test("works once: of 16 at the same moment one succeeds, and again later is refused", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const entry = await run(postEntry, payment(clientId), { actor });
    const all = await Promise.allSettled(
      Array.from({ length: 16 }, () => run(reverseEntry, { entryId: entry.id }, { actor })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of all) {
      if (result.status === "rejected") expect(result.reason.code).toBe("ledger.entry_already_reversed");
    }
    const again = run(reverseEntry, { entryId: entry.id }, { actor });
    await expect(again).rejects.toMatchObject({ kind: "conflict", code: "ledger.entry_already_reversed" });
  });

  test("is not for a reversal, nor for an entry that a document made", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const entry = await run(postEntry, payment(clientId), { actor });
    const reversal = await run(reverseEntry, { entryId: entry.id }, { actor });
    const [invoiced = ""] = await inOperation(actor, (books) => postEntries(books, [aSale({ clientId })]));
    for (const [entryId, reason] of [
      [reversal.id, "reversal"],
      [invoiced, "document"],
    ] as const) {
      const refused = run(reverseEntry, { entryId }, { actor });
      await expect(refused).rejects.toMatchObject({
        code: "ledger.entry_not_reversible",
        details: { reason },
      });
    }
  });

  test("is not for a stranger from another company, who finds nothing", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const entry = await run(postEntry, payment(clientId), { actor });
    const stranger = (await company()).actor;
    for (const attempt of [getEntry, reverseEntry]) {
      const missing = perform(attempt, { entryId: entry.id }, { actor: stranger });
      await expect(missing).rejects.toMatchObject({ kind: "not_found", code: "ledger.entry_not_found" });
    }
    expect((await run(listEntries, { clientId }, { actor: stranger })).items).toEqual([]);
    expect(await run(getEntry, { entryId: entry.id }, { actor })).toMatchObject({ reversedById: null });
  });
});

describe("the journal", () => {
  test("is listed newest day first, by account, client, days and document", async () => {
    const {
      actor,
      clientIds: [ada = "", eve = ""],
    } = await company();
    const source = newId();
    await inOperation(actor, (books) =>
      postEntries(books, [
        aSale({ clientId: ada, day: "2026-04-01", source }),
        aSale({ clientId: eve, day: "2026-04-02" }),
        aSale({ clientId: ada, day: "2026-04-03" }),
      ]),
    );
    await run(postEntry, { ...payment(ada), day: "2026-04-04" }, { actor });

    const days = async (filter: object) =>
      (await perform(listEntries, filter, { actor })).wire.items.map(({ day }) => day.slice(-2));
    expect(await days({})).toEqual(["04", "03", "02", "01"]);
    expect(await days({ sort: "day" })).toEqual(["01", "02", "03", "04"]);
    expect(await days({ accountCode: "1000" })).toEqual(["04"]);
    expect(await days({ accountCode: "4000", clientId: ada })).toEqual(["03", "01"]);
    expect(await days({ clientId: eve })).toEqual(["02"]);
    expect(await days({ from: "2026-04-02", before: "2026-04-04" })).toEqual(["03", "02"]);
    expect(await days({ sourceKind: "invoice" })).toEqual(["03", "02", "01"]);
    expect(await days({ sourceId: source })).toEqual(["01"]);
    expect(await days({ accountCode: "9999" })).toEqual([]);
  });

  test("comes in pages that miss nothing and repeat nothing, also within a day", async () => {
    const {
      actor,
      clientIds: [clientId = ""],
    } = await company();
    const posted = await inOperation(actor, (books) =>
      postEntries(
        books,
        Array.from({ length: 25 }, () => aSale({ clientId })),
      ),
    );
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await run(listEntries, { limit: 4, ...(cursor && { cursor }) }, { actor });
      for (const entry of page.items) expect(entry.lines).toHaveLength(3);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(posted.toSorted().reverse());
  });
});
