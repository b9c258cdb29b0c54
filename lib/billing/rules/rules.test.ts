import { describe, expect, test } from "vitest";
import { formatNumber, isNumberFormat, seriesOf } from "@/lib/billing/rules/number";
import { canInvoice, invoiceStatuses, isOverdue } from "@/lib/billing/rules/status";
import { type Buyer, chooseRate, type Rule } from "@/lib/billing/rules/tax-choice";

const rule = (more: Partial<Rule>): Rule => ({
  name: "VAT",
  country: "DE",
  region: null,
  taxClass: null,
  rate: "19",
  validFrom: "2007-01-01",
  validUntil: null,
  ...more,
});
const person: Buyer = { country: "DE", region: null, isBusiness: false, hasTaxNumber: false };
const seller = { country: "DE" };
const choose = (rules: Rule[], buyer: Partial<Buyer> = {}, taxClass = "standard", day = "2026-04-01") =>
  chooseRate(rules, { seller, buyer: { ...person, ...buyer }, taxClass, day });

describe("which rate a sale bears", () => {
  test("the class counts more than all classes, the region more than the country", () => {
    const rules = [rule({}), rule({ taxClass: "reduced", rate: "7" }), rule({ region: "BY", rate: "20" })];
    expect(choose(rules).rate).toBe("19");
    expect(choose(rules, {}, "reduced").rate).toBe("7");
    expect(choose(rules, { region: "BY" }).rate).toBe("20");
  });

  test("R42: a rate holds from its first day until the day it ends", () => {
    const rules = [
      rule({ validUntil: "2020-07-01" }),
      rule({ rate: "16", validFrom: "2020-07-01", validUntil: "2021-01-01" }),
    ];
    expect(choose(rules, {}, "standard", "2020-06-30").rate).toBe("19");
    expect(choose(rules, {}, "standard", "2020-07-01").rate).toBe("16");
    expect(choose(rules, {}, "standard", "2021-01-01").category).toBe("O");
  });

  test("R43: a business of another member state with a tax number is reverse charged; at home, without a number or outside it is not", () => {
    const rules = [rule({}), rule({ country: "FR", rate: "20" }), rule({ country: "GB", rate: "20" })];
    const business = { isBusiness: true, hasTaxNumber: true };
    expect(choose(rules, { ...business, country: "FR" })).toMatchObject({ category: "AE", rate: "0" });
    expect(choose(rules, business)).toMatchObject({ category: "S", rate: "19" });
    expect(choose(rules, { ...business, country: "FR", hasTaxNumber: false })).toMatchObject({
      category: "S",
      rate: "20",
    });
    expect(choose(rules, { ...business, country: "FR", isBusiness: false })).toMatchObject({
      category: "S",
      rate: "20",
    });
    expect(choose(rules, { ...business, country: "GB" })).toMatchObject({ category: "S", rate: "20" });
  });

  test("nothing, exempt and no rule are told apart", () => {
    expect(choose([rule({ rate: "0" })]).category).toBe("Z");
    expect(choose([rule({})], {}, "exempt").category).toBe("E");
    expect(choose([rule({})], { country: "US" }).category).toBe("O");
  });
});

describe("numbers", () => {
  test("R50: the series is all but the number, so a year in it begins anew by itself", () => {
    const format = "INV-{year}-{number:6}";
    expect(seriesOf(format, "2026-12-31")).toBe("INV-2026-");
    expect(seriesOf(format, "2027-01-01")).toBe("INV-2027-");
    expect(formatNumber(format, "2026-12-31", 1n)).toBe("INV-2026-000001");
    expect(formatNumber(format, "2026-12-31", 1_234_567n)).toBe("INV-2026-1234567");
    expect(formatNumber("{month}/{number}", "2026-04-01", 7n)).toBe("04/7");
  });

  test("a format holds the number once and no word that nobody knows", () => {
    expect(isNumberFormat("R{number}")).toBe(true);
    for (const wrong of ["INV-{year}", "{number}{number}", "{number}-{day}", "{number}{", "№{number}"]) {
      expect(isNumberFormat(wrong), wrong).toBe(false);
    }
  });
});

describe("states of an invoice", () => {
  test("only what is issued and unpaid takes money, only what nobody paid is voided", () => {
    expect(invoiceStatuses.filter((status) => canInvoice("pay", status))).toEqual(["ISSUED", "PARTLY_PAID"]);
    expect(invoiceStatuses.filter((status) => canInvoice("void", status))).toEqual(["ISSUED"]);
    expect(invoiceStatuses.filter((status) => canInvoice("change", status))).toEqual(["DRAFT"]);
  });

  test("it is overdue from the day after its day", () => {
    expect(isOverdue("ISSUED", "2026-04-15", "2026-04-15")).toBe(false);
    expect(isOverdue("PARTLY_PAID", "2026-04-15", "2026-04-16")).toBe(true);
    expect(isOverdue("PAID", "2026-04-15", "2026-04-16")).toBe(false);
  });
});
