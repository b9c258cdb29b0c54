import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isChoiceOffered,
  type OfferPrice,
  type PlanOffer,
  priceFor,
  type Selection,
} from "@/lib/catalog/rules/offer";
import { chosenByKey, type PricedItem, priceSelection } from "@/lib/catalog/rules/selection";
import { dueOf, totalsOf } from "@/lib/catalog/rules/totals";
import { money } from "@/lib/core/money/money";

const price = (id: string, cycle: string, amount: number, setup = 0): OfferPrice => ({
  id,
  cycle,
  amount: money(BigInt(amount), "EUR"),
  setup: money(BigInt(setup), "EUR"),
});

const offer: PlanOffer = {
  currency: "EUR",
  language: "en",
  group: { id: "g", slug: "hosting", name: { en: "Hosting" } },
  product: {
    id: "r",
    slug: "web",
    kind: "HOSTING",
    status: "ACTIVE",
    name: { en: "Web hosting", de: "Webhosting" },
    tagline: {},
    description: {},
    taxClass: "standard",
    asksHostName: true,
  },
  plan: {
    id: "p",
    slug: "small",
    status: "ACTIVE",
    name: { en: "Small" },
    tagline: {},
    features: [],
    stock: 8,
    perClientLimit: null,
    maxQuantity: 5,
    isHighlighted: false,
  },
  prices: [price("p-1m", "1m", 999, 500), price("p-1y", "1y", 9990)],
  options: [
    {
      id: "place",
      key: "place",
      kind: "CHOICE",
      name: { en: "Location" },
      help: {},
      unit: {},
      minimum: 0,
      maximum: 1,
      step: 1,
      choices: [
        { id: "fra", key: "fra", name: { en: "Frankfurt" }, isDefault: false, isIncluded: true, prices: [] },
        {
          id: "ruh",
          key: "ruh",
          name: { en: "Riyadh" },
          isDefault: true,
          isIncluded: false,
          prices: [price("ruh-1m", "1m", 200)],
        },
      ],
    },
    {
      id: "memory",
      key: "memory",
      kind: "QUANTITY",
      name: { en: "Memory" },
      help: {},
      unit: { en: "GB" },
      minimum: 2,
      maximum: 16,
      step: 2,
      choices: [
        {
          id: "gb",
          key: "gb",
          name: {},
          isDefault: true,
          isIncluded: false,
          prices: [price("gb-1m", "1m", 150), price("gb-1y", "1y", 1500)],
        },
      ],
    },
    {
      id: "backup",
      key: "backup",
      kind: "YES_NO",
      name: { en: "Backup" },
      help: {},
      unit: {},
      minimum: 0,
      maximum: 1,
      step: 1,
      choices: [
        {
          id: "yes",
          key: "yes",
          name: {},
          isDefault: true,
          isIncluded: false,
          prices: [price("yes-1m", "1m", 300)],
        },
      ],
    },
  ],
  addons: [
    {
      id: "move",
      slug: "move",
      name: { en: "Moving in" },
      description: {},
      taxClass: "reduced",
      prices: [price("move-once", "once", 4900)],
    },
  ],
  fields: [{ key: "login", kind: "text", label: { en: "Login" }, help: {}, choices: [], isRequired: true }],
};

const selection: Selection = {
  planId: "p",
  cycle: "1m",
  quantity: 2,
  choices: {},
  addonIds: [],
  fields: { login: "ada" },
  hostName: "Example.COM.",
};

const itemOf = (given: Partial<Selection>, from = offer): PricedItem => {
  const priced = priceSelection(from, { ...selection, ...given }, "en");
  if ("problems" in priced) throw new Error(JSON.stringify(priced.problems));
  return priced.item;
};
const codes = (given: Partial<Selection>, from = offer) => {
  const priced = priceSelection(from, { ...selection, ...given }, "en");
  return "problems" in priced ? priced.problems.map(({ path, code }) => `${path} ${code}`) : [];
};

test("a selection becomes lines: plan, options for each unit, add-ons, with the default where nothing was chosen", () => {
  const item = itemOf({ choices: { memory: 4, backup: true }, addonIds: ["move"] });
  const shown = item.lines.map((line) => [
    line.description,
    line.quantity,
    Number(line.unit.minor),
    line.priceId,
    line.recurs,
    line.taxClass,
  ]);
  expect(shown).toEqual([
    ["Web hosting – Small", 2, 999, "p-1m", true, "standard"],
    ["Location: Riyadh", 2, 200, "ruh-1m", true, "standard"],
    ["Memory", 8, 150, "gb-1m", true, "standard"],
    ["Backup", 2, 300, "yes-1m", true, "standard"],
    ["Moving in", 2, 4900, "move-once", false, "reduced"],
  ]);
  expect(totalsOf(item)).toEqual({
    due: money(2n * (999n + 500n + 200n + 600n + 300n + 4900n), "EUR"),
    setup: money(1000n, "EUR"),
    recurring: money(2n * (999n + 200n + 600n + 300n), "EUR"),
  });
  expect(item.selection).toMatchObject({
    hostName: "example.com",
    choices: { place: "ruh", memory: 4, backup: true },
  });
  expect(chosenByKey(offer, item.selection)).toEqual({ place: "ruh", memory: 4, backup: true });
});

test("a choice without a price for the cycle is not offered, and the default is one that is", () => {
  const item = itemOf({ cycle: "1y" });
  expect(item.selection.choices).toMatchObject({ place: "fra", backup: false });
  expect(codes({ cycle: "1y", choices: { place: "ruh" } })).toEqual(["choices.place choice_not_offered"]);
  expect(codes({ cycle: "1y", choices: { backup: true } })).toEqual(["choices.backup choice_not_offered"]);
});

describe("what is not offered is refused", () => {
  test.each<[string, Partial<Selection>]>([
    ["planId not_sold", { planId: "another" }],
    ["cycle cycle_not_offered", { cycle: "3m" }],
    ["cycle cycle_not_offered", { cycle: "once" }],
    ["quantity quantity", { quantity: 0 }],
    ["quantity quantity", { quantity: 6 }],
    ["quantity quantity", { quantity: 1.5 }],
    ["quantity quantity", { quantity: Number.NaN }],
    ["choices.colour option_unknown", { choices: { colour: "red" } }],
    ["choices.place choice_not_offered", { choices: { place: "yes" } }],
    ["choices.memory option_quantity", { choices: { memory: 3 } }],
    ["choices.memory option_quantity", { choices: { memory: 18 } }],
    ["choices.memory option_quantity", { choices: { memory: -2 } }],
    ["choices.memory option_quantity", { choices: { memory: "4" } }],
    ["choices.backup choice_not_offered", { choices: { backup: 1 } }],
    ["addonIds addon_not_offered", { addonIds: ["other"] }],
    ["addonIds addon_not_offered", { addonIds: ["move", "move"] }],
    ["fields.login field_required", { fields: {} }],
    ["fields.other field_unknown", { fields: { login: "ada", other: "x" } }],
    ["fields.login field_invalid", { fields: { login: "two\nlines" } }],
    ["hostName host_name_required", { hostName: null }],
    ["hostName host_name_invalid", { hostName: "http://example.com" }],
  ])("%s", (expected, given) => {
    expect(codes(given)).toEqual([expected]);
  });

  test("a host name that nobody asked for", () => {
    const unasked = { ...offer, product: { ...offer.product, asksHostName: false } };
    expect(codes({}, unasked)).toEqual(["hostName host_name_unasked"]);
    expect(itemOf({ hostName: " " }, unasked).selection.hostName).toBeNull();
  });

  test("more than is left, and what is sold out", () => {
    const left = (stock: number) => ({ ...offer, plan: { ...offer.plan, stock } });
    expect(codes({ quantity: 2 }, left(1))).toEqual(["quantity few_left"]);
    expect(codes({ quantity: 1 }, left(0))).toEqual(["quantity sold_out"]);
    expect(codes({ quantity: 3 }, { ...offer, plan: { ...offer.plan, perClientLimit: 2 } })).toEqual([
      "quantity quantity",
    ]);
  });
});

test.each([
  ["ACTIVE", "ACTIVE", true],
  ["ACTIVE", "HIDDEN", true],
  ["HIDDEN", "ACTIVE", true],
  ["ACTIVE", "RETIRED", false],
  ["RETIRED", "ACTIVE", false],
  ["DRAFT", "ACTIVE", false],
  ["ACTIVE", "DRAFT", false],
] as const)("product %s, plan %s: sold %s", (product, plan, isSold) => {
  const stated = {
    ...offer,
    product: { ...offer.product, status: product },
    plan: { ...offer.plan, status: plan },
  };
  expect(codes({}, stated)).toEqual(isSold ? [] : ["planId not_sold"]);
});

const anySelection: fc.Arbitrary<Selection> = fc.record({
  planId: fc.constant("p"),
  cycle: fc.constantFrom("1m", "1y", "2y"),
  quantity: fc.integer({ min: -1, max: 10 }),
  choices: fc
    .record(
      {
        place: fc.constantFrom("fra", "ruh", "nowhere"),
        memory: fc.integer({ min: 0, max: 20 }),
        backup: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    .map((choices) => ({ ...choices })),
  addonIds: fc.constantFrom([], ["move"], ["gone"]),
  fields: fc.constant({ login: "ada" }),
  hostName: fc.constant("example.com"),
});

test("S-13: whatever is asked for: either every line is an offered price as it stands, and the sums follow, or it is refused", () => {
  fc.assert(
    fc.property(anySelection, (asked) => {
      const priced = priceSelection(offer, asked, "en");
      if ("problems" in priced) {
        expect(priced.problems.length).toBeGreaterThan(0);
        return;
      }
      const { item } = priced;
      const all = [
        ...offer.prices,
        ...offer.options.flatMap(({ choices }) => choices.flatMap(({ prices }) => prices)),
        ...offer.addons.flatMap(({ prices }) => prices),
      ];
      for (const line of item.lines) {
        const source = all.find(({ id }) => id === line.priceId);
        expect([line.unit.minor, line.setup.minor]).toEqual([
          source?.amount.minor ?? 0n,
          source?.setup.minor ?? 0n,
        ]);
        expect(source === undefined || source.cycle === asked.cycle || source.cycle === "once").toBe(true);
      }
      const { due, setup, recurring } = totalsOf(item);
      const once = item.lines
        .filter(({ recurs }) => !recurs)
        .reduce((all, line) => all + dueOf(line).minor - line.setup.minor * BigInt(line.quantity), 0n);
      expect(due.minor).toBe(setup.minor + recurring.minor + once);
      // What was priced is priced the same again: defaults are written out, and nothing else changes.
      expect(priceSelection(offer, item.selection, "en")).toEqual({ item });
    }),
  );
});

test("prices of one's cycle come before those due once", () => {
  const prices = [price("a", "once", 1), price("b", "1m", 2)];
  expect(priceFor(prices, "1m")?.id).toBe("b");
  expect(priceFor(prices, "1y")?.id).toBe("a");
  expect(priceFor([], "1y")).toBeUndefined();
  expect(
    isChoiceOffered({ id: "x", key: "x", name: {}, isDefault: false, isIncluded: true, prices: [] }, "1y"),
  ).toBe(true);
});
