// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noReadThenUpdate } from "./no-read-then-update";

const path = "lib/billing/operations/void-invoice.ts";
const run = (body: string) =>
  `export const voidInvoice = operation({\n  async run({ db, query }) {\n${body}\n  },\n});`;

test.each([
  [
    "read, then update by id",
    "const before = await db.invoice.findUnique({ where });\nawait db.invoice.update({ where: { id }, data });",
  ],
  ["update of many by a foreign id", "await db.invoice.updateMany({ where: { clientId, tenantId }, data });"],
  ["a condition that nobody can see", "await db.invoice.updateMany({ where: filter, data });"],
  ["a lock taken too late", "await db.invoice.update({ where: { id }, data });\nawait lockInvoice(db, id);"],
  [
    "a lock of another function",
    "const other = () => lockInvoice(db, id);\nconst now = async () => { await db.invoice.update({ where: { id }, data }); };".replace(
      "lockInvoice",
      "readInvoice",
    ),
  ],
  [
    "a statement by id",
    "await query(sql`update invoices set status = 'VOID' where tenant_id = ${tenantId} and id = ${id}`);",
  ],
])("balances and states: %s is refused", (_, body) => {
  expect(findingsIn(noReadThenUpdate, path, run(body))).toEqual([
    expect.stringContaining("no-read-then-update"),
  ]);
});

test.each([
  [
    "an update under a row lock",
    "const before = await lockInvoice(db, id);\nawait db.invoice.update({ where: { id }, data });",
  ],
  [
    "a lock around a loop",
    "await lockInvoices(db, ids);\nfor (const id of ids) await step(async () => { await db.invoice.update({ where: { id }, data }); });",
  ],
  ["a conditional update by version", "await db.invoice.update({ where: { id, version }, data });"],
  [
    "a conditional update by state",
    'await db.invoice.updateMany({ where: { id, status: "ISSUED" }, data });',
  ],
  [
    "a condition held in a constant",
    "const where = { id, balanceMinor: { gte: amount } };\nawait db.account.updateMany({ where, data });",
  ],
  [
    "a condition beside others",
    "await db.session.updateMany({ where: { AND: [{ id }, { revokedAt: null }] }, data });",
  ],
  [
    "a conditional statement",
    "await query(sql`update sessions set revoked_at = ${now} where id = ${id} and revoked_at is null`);",
  ],
  [
    "a statement that takes the lock itself",
    "await query(sql`select id from invoices where id = ${id} for update`);",
  ],
  ["an update of something that is no table", "hash.update(bytes);"],
])("balances and states: %s passes", (_, body) => {
  expect(findingsIn(noReadThenUpdate, path, run(body))).toEqual([]);
});

test("helpers beside the operations obey too; the kernel answers for itself", () => {
  const blind = run("await db.invoice.update({ where: { id } });");

  expect(findingsIn(noReadThenUpdate, "lib/billing/dunning.ts", blind)).toHaveLength(1);
  expect(findingsIn(noReadThenUpdate, "lib/core/operation/outbox.ts", blind)).toEqual([]);
  expect(findingsIn(noReadThenUpdate, "lib/billing/testing.ts", blind)).toEqual([]);
});
