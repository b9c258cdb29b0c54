import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "@/lib/core/money/money";
import { AlreadyReversed, EntryNotReversible, Unbalanced } from "@/lib/ledger/errors";
import { accountTypes, balanceOnNormalSide, normalSide } from "@/lib/ledger/rules/account-type";
import { chartAccounts } from "@/lib/ledger/rules/chart";
import { assertBalanced, credit, debit, sideOf } from "@/lib/ledger/rules/entry";
import { assertReversible } from "@/lib/ledger/rules/reversal";
import { accountCodeSchema } from "@/lib/ledger/schema";

const euro = (minor: bigint) => money(minor, "EUR");
const dollar = (minor: bigint) => money(minor, "USD");

describe("an entry", () => {
  test("balances when debits equal credits", () => {
    expect(() =>
      assertBalanced([
        debit("1200", euro(11_900n)),
        credit("4000", euro(10_000n)),
        credit("2100", euro(1_900n)),
      ]),
    ).not.toThrow();
  });

  test("balances in each currency by itself: equal figures of two currencies do not", () => {
    const lines = [debit("1000", euro(100n)), credit("4000", dollar(100n))];
    expect(() => assertBalanced(lines)).toThrow(Unbalanced);
    expect(() => assertBalanced(lines)).toThrow(/EUR, USD/);
    expect(() =>
      assertBalanced([...lines, debit("7000", dollar(100n)), credit("7000", euro(100n))]),
    ).not.toThrow();
  });

  test("says in which currency it does not balance", () => {
    const lines = [
      debit("1000", euro(1n)),
      credit("4000", euro(1n)),
      debit("1000", dollar(2n)),
      credit("4000", dollar(1n)),
    ];
    try {
      assertBalanced(lines);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: "ledger.entry_unbalanced",
        kind: "invalid",
        details: { currencies: "USD" },
      });
    }
  });

  test("has two lines or more, none of them zero", () => {
    expect(() => assertBalanced([])).toThrow(RangeError);
    expect(() => assertBalanced([{ amount: euro(1n) }])).toThrow(RangeError);
    expect(() => assertBalanced([{ amount: euro(0n) }, { amount: euro(0n) }])).toThrow(RangeError);
  });

  test("knows no negative debit", () => {
    for (const minor of [0n, -1n]) {
      expect(() => debit("1000", euro(minor))).toThrow(RangeError);
      expect(() => credit("1000", euro(minor))).toThrow(RangeError);
    }
  });

  test("that balances does so mirrored too, and no longer when one line changes by a cent", () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, (minors) => {
        const total = minors.reduce((sum, minor) => sum + minor, 0n);
        const lines = [debit("1200", euro(total)), ...minors.map((minor) => credit("4000", euro(minor)))];
        const mirrored = lines.map(({ amount }) => ({ amount: euro(-amount.minor) }));
        const changed = [debit("1200", euro(total + 1n)), ...lines.slice(1)];
        assertBalanced(lines);
        assertBalanced(mirrored);
        expect(() => assertBalanced(changed)).toThrow(Unbalanced);
      }),
    );
  });

  test("reads as side and positive amount", () => {
    expect(sideOf(euro(5n))).toEqual({ side: "DEBIT", amount: euro(5n) });
    expect(sideOf(euro(-5n))).toEqual({ side: "CREDIT", amount: euro(5n) });
  });
});

describe("an account", () => {
  test("of assets or expenses grows by debits, any other by credits", () => {
    const debits = accountTypes.filter((type) => normalSide(type) === "DEBIT");
    expect(debits).toEqual(["ASSET", "EXPENSE"]);
    expect(balanceOnNormalSide("ASSET", 30n, 10n)).toBe(20n);
    expect(balanceOnNormalSide("LIABILITY", 10n, 30n)).toBe(20n);
  });

  test("of the chart has a code and a name of its own", () => {
    expect(new Set(chartAccounts.map(({ code }) => code)).size).toBe(chartAccounts.length);
    expect(new Set(chartAccounts.map(({ name }) => name)).size).toBe(chartAccounts.length);
    for (const { code } of chartAccounts) expect(accountCodeSchema.parse(code)).toBe(code);
  });
});

describe("taking back by hand", () => {
  const entry = { source: { kind: "manual" }, reversesId: null, reversedById: null };

  test("is for entries posted by hand, once, and not for a reversal", () => {
    expect(() => assertReversible(entry)).not.toThrow();
    expect(() => assertReversible({ ...entry, source: { kind: "invoice" } })).toThrow(EntryNotReversible);
    expect(() => assertReversible({ ...entry, reversesId: "x" })).toThrow(EntryNotReversible);
    expect(() => assertReversible({ ...entry, reversedById: "x" })).toThrow(AlreadyReversed);
  });
});
