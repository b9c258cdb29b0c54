import { describe, expect, test } from "vitest";
import { applyPayment } from "@/lib/billing/apply-payment";
import { issueInvoice } from "@/lib/billing/issue";
import { linesOf, taxesOf } from "@/lib/billing/queries";
import { aBuyer, aLine, anIssuedInvoice } from "@/lib/billing/testing";
import { DatabaseBusy } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import { chart } from "@/lib/ledger/rules/chart";
import { aCompanyWithBooks, brokenBooks, inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";

const database = await testDatabase();

async function aSeller() {
  const company = await aCompanyWithBooks(database.owner, 0);
  await database.owner.query("update tenants set country = 'DE', currency = 'EUR' where id = $1", [
    company.id,
  ]);
  await database.owner.query(
    `insert into tax_rules (id, tenant_id, name, country, rate, valid_from, created_at, updated_at)
     values ($1, $2, 'USt', 'DE', '19', '2020-01-01', now(), now())`,
    [newId(), company.id],
  );
  return company;
}

/** 250 at once are more than the pool has connections: who found none free had no effect and comes again. */
async function untilThereIsRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseBusy) return untilThereIsRoom(work);
    throw error;
  }
}

async function balances(tenantId: string): Promise<Record<string, string>> {
  const { rows } = await database.owner.query(
    `select a.code, sum(l.amount_minor)::text as total from journal_lines l join ledger_accounts a on a.id = l.account_id
     where l.tenant_id = $1 group by 1 having sum(l.amount_minor) <> 0`,
    [tenantId],
  );
  return Object.fromEntries(rows.map(({ code, total }) => [code, total]));
}

describe("issuing an invoice", () => {
  test("freezes parties, rates and totals, posts the books, takes the number, tells and announces", async () => {
    const { id, actor } = await aSeller();
    const clientId = await aBuyer(actor, { creditTermsDays: 30 });
    const lines = [aLine(9_999n), aLine(5_000n, { incomeCode: chart.setupIncome.code })];
    const invoice = await anIssuedInvoice(actor, clientId, lines, new Date("2026-04-01T12:00:00Z"));

    expect(invoice).toMatchObject({
      status: "ISSUED",
      number: "INV-2026-000001",
      issuedOn: "2026-04-01",
      dueOn: "2026-05-01",
      netMinor: 14_999n,
      taxMinor: 2_850n,
      totalMinor: 17_849n,
      buyer: { name: "Ada Lovelace", country: "DE" },
      seller: { country: "DE" },
    });
    expect(await balances(id)).toEqual({
      "1200": "17849",
      "4000": "-9999",
      "4050": "-5000",
      "2100": "-2850",
    });
    expect(await brokenBooks(database.owner)).toEqual([]);
    const [line] = await inOperation(actor, (context) => linesOf(context, invoice.id));
    expect(line).toMatchObject({ taxRate: "19", taxCategory: "S", netMinor: 9_999n });
    const { rows } = await database.owner.query(
      "select what, is_public from timeline_entries where $1 = any(about)",
      [invoice.id],
    );
    expect(rows).toEqual([{ what: "invoice_issued", is_public: true }]);
    const events = await database.owner.query("select name, payload from outbox_events where subject = $1", [
      invoice.id,
    ]);
    expect(events.rows).toMatchObject([
      { name: "billing/invoice.issued", payload: { clientId, orderId: null } },
    ]);
  });

  test("R43: a French company with a tax number is reverse charged, and the document says so", async () => {
    const { actor } = await aSeller();
    const more = {
      kind: "COMPANY",
      companyName: "Moteurs SA",
      country: "FR",
      taxNumber: "FR40303265045",
    } as const;
    const invoice = await anIssuedInvoice(actor, await aBuyer(actor, more));
    expect(invoice).toMatchObject({ taxMinor: 0n, totalMinor: 10_000n });
    const taxes = await inOperation(actor, (context) => taxesOf(context, invoice.id));
    expect(taxes).toMatchObject([{ category: "AE", rate: "0", netMinor: 10_000n }]);
  });

  test("R21: with nothing to pay it is paid at once, and the books stay as they are", async () => {
    const { id, actor } = await aSeller();
    const free = aLine(0n, { unitMinor: 1_000n, discountMinor: 1_000n });
    const invoice = await anIssuedInvoice(actor, await aBuyer(actor), [free]);
    expect(invoice).toMatchObject({
      status: "PAID",
      number: `INV-${invoice.issuedOn?.slice(0, 4)}-000001`,
    });
    expect(await balances(id)).toEqual({});
  });

  test("R47, R48: 200 at once get 200 consecutive numbers, and those that fail leave no gap", async () => {
    const { id, actor } = await aSeller();
    const clientId = await aBuyer(actor);
    const order = { clientId, orderId: null, currency: "EUR", language: "en", lines: [aLine(100n)] } as const;
    const results = await Promise.allSettled(
      Array.from({ length: 250 }, (_, n) =>
        untilThereIsRoom(() =>
          inOperation(actor, async (context) => {
            await issueInvoice(context, order);
            if (n % 5 === 4) throw new Error("fails after the number was taken");
          }),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(200);
    const { rows } = await database.owner.query(
      "select sequence::int from invoices where tenant_id = $1 order by sequence",
      [id],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test("R51: what was issued is changed by no role of the database, the owner of the tables included", async () => {
    const { actor } = await aSeller();
    const { id } = await anIssuedInvoice(actor, await aBuyer(actor));
    for (const statement of [
      "update invoices set total_minor = total_minor - 1, net_minor = net_minor - 1 where id = $1",
      "update invoices set buyer = '{}' where id = $1",
      "delete from invoices where id = $1",
      "update invoice_lines set description = 'x' where invoice_id = $1",
      "delete from invoice_taxes where invoice_id = $1",
    ]) {
      await expect(database.owner.query(statement, [id]), statement).rejects.toThrow();
    }
  });
});

describe("money put towards an invoice", () => {
  test("R32: pays what is due and hands back the rest; less leaves it open with the rest due", async () => {
    const { actor } = await aSeller();
    const { id: invoiceId } = await anIssuedInvoice(actor, await aBuyer(actor));
    const pay = (minor: bigint) =>
      inOperation(actor, (context) =>
        applyPayment(context, { invoiceId, amount: money(minor, "EUR"), paymentId: newId() }),
      );
    expect(await pay(11_899n)).toEqual({ applied: money(11_899n, "EUR"), rest: money(0n, "EUR") });
    const partly = await database.owner.query("select status, paid_minor from invoices where id = $1", [
      invoiceId,
    ]);
    expect(partly.rows[0]).toMatchObject({ status: "PARTLY_PAID" });
    expect(await pay(100n)).toEqual({ applied: money(1n, "EUR"), rest: money(99n, "EUR") });
    expect(await pay(100n)).toEqual({ applied: money(0n, "EUR"), rest: money(100n, "EUR") });
    const names = await database.owner.query(
      "select name from outbox_events where subject = $1 order by sequence",
      [invoiceId],
    );
    expect(names.rows.map(({ name }) => name)).toEqual([
      "billing/invoice.issued",
      "billing/invoice.partly_paid",
      "billing/invoice.paid",
    ]);
  });
});
