import { describe, expect, test } from "vitest";
import { invoiceCsv } from "@/lib/billing/export-csv";
import { addTaxPreset } from "@/lib/billing/operations/add-tax-preset";
import { countInvoices } from "@/lib/billing/operations/count-invoices";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { createTaxRule } from "@/lib/billing/operations/create-tax-rule";
import { discardInvoice } from "@/lib/billing/operations/discard-invoice";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { updateInvoice } from "@/lib/billing/operations/update-invoice";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { aBuyer } from "@/lib/billing/testing";
import { run } from "@/lib/core/operation/run";
import { aCompanyWithBooks, brokenBooks } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { clientUser } from "@/tests/support/tenants";

const database = await testDatabase();
const euro = (minor: number) => ({ minor, currency: "EUR" as const });
const lines = [{ description: "Consulting", quantity: 2, unit: euro(5_000) }];

async function aDraft() {
  const company = await aCompanyWithBooks(database.owner, 0);
  const { actor } = company;
  const clientId = await aBuyer(actor);
  const draft = await run(createInvoice, { clientId, lines }, { actor });
  return { ...company, clientId, draft };
}

describe("an invoice by hand", () => {
  test("is drafted, changed, issued and voided; each is audited, and the books end at nothing", async () => {
    const { id: tenantId, actor, draft } = await aDraft();
    expect(draft).toMatchObject({ status: "DRAFT", number: null, total: { minor: 10_000n } });
    const invoiceId = draft.id;
    await run(updateInvoice, { invoiceId, version: 1, lines: [...lines, ...lines] }, { actor });
    const issued = await run(issueInvoiceNow, { invoiceId, version: 2, dueInDays: 7 }, { actor });
    expect(issued).toMatchObject({ status: "ISSUED", total: { minor: 20_000n }, due: { minor: 20_000n } });
    const voided = await run(voidInvoice, { invoiceId, version: 3, reason: "by mistake" }, { actor });
    expect(voided).toMatchObject({
      status: "VOID",
      number: issued.number,
      due: { minor: 0n },
      voidReason: "by mistake",
    });

    const { rows } = await database.owner.query(
      "select operation from audit_log where record_id = $1 order by sequence",
      [invoiceId],
    );
    expect(rows.map(({ operation }) => operation.split(".")[2])).toEqual([
      "create",
      "update",
      "issue",
      "void",
    ]);
    const left = await database.owner.query(
      "select account_id from journal_lines where tenant_id = $1 group by 1 having sum(amount_minor) <> 0",
      [tenantId],
    );
    expect(left.rows).toEqual([]);
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test("is refused what its state does not allow, and what somebody else has changed", async () => {
    const { actor, draft } = await aDraft();
    const invoiceId = draft.id;
    await expect(run(voidInvoice, { invoiceId, version: 1, reason: "x" }, { actor })).rejects.toMatchObject({
      code: "billing.invoice_not_changeable",
    });
    await expect(run(discardInvoice, { invoiceId, version: 9 }, { actor })).rejects.toMatchObject({
      code: "core.stale_version",
    });
    await run(discardInvoice, { invoiceId, version: 1 }, { actor });
    await expect(run(getInvoice, { invoiceId }, { actor })).rejects.toMatchObject({
      code: "billing.invoice_not_found",
    });
  });

  test("a client's person sees what was issued to the client, no draft and nobody else's", async () => {
    const { id: tenantId, actor, clientId, draft } = await aDraft();
    const person = clientUser(tenantId, clientId);
    const other = clientUser(tenantId, await aBuyer(actor));
    const read = (as: typeof actor) => run(getInvoice, { invoiceId: draft.id }, { actor: as });
    await expect(read(person)).rejects.toMatchObject({ kind: "not_found" });
    await run(issueInvoiceNow, { invoiceId: draft.id, version: 1 }, { actor });
    expect(await read(person)).toMatchObject({ status: "ISSUED" });
    await expect(read(other)).rejects.toMatchObject({ kind: "not_found" });
    expect((await run(listInvoices, {}, { actor: other })).items).toEqual([]);
    expect(await run(countInvoices, {}, { actor: person })).toMatchObject({ open: 1n, draft: 0n });
  });

  test("the list is filtered by what the calendar makes of it, searched, and exported", async () => {
    const { actor, draft } = await aDraft();
    await run(issueInvoiceNow, { invoiceId: draft.id, version: 1, dueInDays: 0 }, { actor });
    const found = async (filter: object, now?: Date) =>
      (await run(listInvoices, filter, { actor, now })).items.length;
    const later = new Date(Date.now() + 3 * 86_400_000);
    expect(await found({ status: "OVERDUE" })).toBe(0);
    expect(await found({ status: "OVERDUE" }, later)).toBe(1);
    expect(await found({ search: "inv-" })).toBe(1);
    expect(await found({ search: "ada" })).toBe(1);
    expect(await found({ search: "nobody" })).toBe(0);
    let csv = "";
    for await (const part of invoiceCsv({}, { actor })) csv += part;
    expect(csv).toContain("100.00");
  });
});

describe("tax rules", () => {
  test("of a part of the world are added where a country has none yet", async () => {
    const { actor } = await aCompanyWithBooks(database.owner, 0);
    const rule = { name: "USt", country: "DE", rate: "19", validFrom: "2020-01-01" };
    await run(createTaxRule, rule, { actor });
    expect((await run(addTaxPreset, { preset: "EU" }, { actor })).added).toHaveLength(26);
    expect((await run(addTaxPreset, { preset: "EU" }, { actor })).added).toHaveLength(0);
    await expect(run(createTaxRule, { ...rule, validUntil: "2019-01-01" }, { actor })).rejects.toMatchObject({
      code: "billing.tax_rule_backwards",
    });
  });
});
