import { expect, test } from "vitest";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { getReceivables } from "@/lib/billing/operations/get-receivables";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { receivableAges } from "@/lib/billing/rules/age";
import { aBuyer } from "@/lib/billing/testing";
import { run } from "@/lib/core/operation/run";
import { aCompanyWithBooks } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();
const day = 86_400_000;

test("what is owed by age equals the lists that it leads to, and all that is owed", async () => {
  const { actor } = await aCompanyWithBooks(database.owner, 0);
  const clientId = await aBuyer(actor);
  const issuedAt = new Date("2026-01-01T12:00:00Z");
  // Due on 2026-01-01 plus so many days; looked at on 2026-05-01, 120 days later.
  const dueInDays = [0, 29, 30, 59, 60, 89, 90, 119, 120, 200];
  for (const [index, days] of dueInDays.entries()) {
    const lines = [
      { description: "Hosting", quantity: 1, unit: { minor: 10 ** index, currency: "EUR" as const } },
    ];
    const draft = await run(createInvoice, { clientId, lines }, { actor, now: issuedAt });
    await run(
      issueInvoiceNow,
      { invoiceId: draft.id, version: 1, dueInDays: days },
      { actor, now: issuedAt },
    );
  }
  await run(
    createInvoice,
    { clientId, lines: [{ description: "Draft", quantity: 1, unit: { minor: 5, currency: "EUR" } }] },
    { actor },
  );

  const now = new Date(issuedAt.getTime() + 120 * day);
  const { items } = await run(getReceivables, {}, { actor, now });
  expect(items.map(({ age, due, invoices }) => [age, due.minor, invoices])).toEqual([
    ["current", 1_100_000_000n, 2n],
    ["1-30", 11_000_000n, 2n],
    ["31-60", 110_000n, 2n],
    ["61-90", 1_100n, 2n],
    ["over-90", 11n, 2n],
  ]);
  for (const age of receivableAges) {
    const { items: listed } = await run(listInvoices, { age, currency: "EUR" }, { actor, now });
    const figure = items.find((item) => item.age === age);
    expect(BigInt(listed.length)).toBe(figure?.invoices);
    expect(listed.reduce((sum, { due }) => sum + due.minor, 0n)).toBe(figure?.due.minor);
  }
});
