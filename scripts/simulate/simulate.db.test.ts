import { expect, test } from "vitest";
import { aCompanyWithBooks } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { Clock } from "./clock";
import { Company } from "./company";
import { checkBooks, seal } from "./invariants";
import { parseOptions } from "./options";
import { random } from "./random";
import { simulate } from "./simulate";

const database = await testDatabase();
const zone = "Europe/Berlin";

async function simulated(seed: number) {
  const { actor } = await aCompanyWithBooks(database.owner, 0);
  return simulate({ clients: 8, months: 4, seed, owner: database.owner, actor, zone });
}

test("a company lives for months, and its books hold after each", async () => {
  const { violations, clients, entries } = await simulated(7);
  expect(violations).toEqual([]);
  expect(clients).toBe(8);
  expect(entries).toBeGreaterThan(30);
});

test("the same seed gives the same company, another seed another", async () => {
  const [first, second, other] = [await simulated(1), await simulated(1), await simulated(2)];
  expect(second).toEqual(first);
  expect(other.digest).not.toBe(first.digest);
});

test("what nobody could do by the product is found when somebody does it behind its back", async () => {
  const { actor, id } = await aCompanyWithBooks(database.owner, 0);
  const clock = new Clock("2026-01-01" as Clock["today"], zone);
  const company = new Company(actor, clock);
  await company.signUp("EUR", 1_999n);
  const [client] = company.clients;
  if (client === undefined) throw new Error("nobody signed up");
  const charge = await company.charge(client, 0, client.price);
  await company.pay(client, charge, { minor: 500n, currency: "EUR" });
  const sealed = await seal(database.owner, id);
  expect(await checkBooks(database.owner, company, sealed)).toEqual([]);

  const broken = async (statement: string) => {
    const connection = await database.owner.connect();
    // Switches triggers off: only who owns the whole server can.
    await connection.query("set session_replication_role = replica");
    await connection.query(statement, [id]);
    await connection.query("reset session_replication_role");
    connection.release();
    const found = await checkBooks(database.owner, company, sealed);
    return [...new Set(found.map(({ invariant }) => invariant.slice(0, 1)))].sort();
  };
  charge.open = { minor: charge.open.minor + 1n, currency: "EUR" };
  expect(await broken("select $1::uuid")).toEqual(["3"]);
  charge.open = { minor: charge.open.minor - 1n, currency: "EUR" };
  expect(
    await broken(
      "update ledger_balances set debit_minor = debit_minor + 1 where tenant_id = $1 and client_id is null",
    ),
  ).toEqual(["9"]);
  expect(
    await broken(
      "update journal_lines set amount_minor = amount_minor + 1 where tenant_id = $1 and position = 2",
    ),
  ).toEqual(["1", "8", "9"]);
});

test("chance is the same on every machine", () => {
  const chance = random(42);
  expect(Array.from({ length: 8 }, () => chance.integer(1, 6))).toEqual([4, 3, 6, 5, 2, 4, 2, 4]);
  expect([chance.pick(["a", "b", "c"]), chance.percent(0), chance.percent(100)]).toEqual(["c", false, true]);
});

test("options are whole numbers within bounds", () => {
  expect(parseOptions([])).toEqual({ clients: 50, months: 12, seed: 1 });
  expect(parseOptions(["--clients", "5", "--months", "2", "--seed", "9"])).toEqual({
    clients: 5,
    months: 2,
    seed: 9,
  });
  expect(parseOptions(["--help"])).toBe("help");
  for (const args of [
    ["--clients", "0"],
    ["--months", "1.5"],
    ["--seed", "-1"],
    ["--clients", "x"],
    ["--seed", "4294967296"],
  ]) {
    expect(() => parseOptions(args), args.join(" ")).toThrow();
  }
  expect(() => parseOptions(["--unknown"])).toThrow();
});
