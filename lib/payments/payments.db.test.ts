import { describe, expect, test } from "vitest";
import { callGateway } from "@/inngest/payments/call-gateway";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { anIssuedInvoice } from "@/lib/billing/testing";
import { DatabaseBusy } from "@/lib/core/errors";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { brokenBooks } from "@/lib/ledger/testing";
import { claimPayment } from "@/lib/payments/delivery/claim-payment";
import { keepNotice, processNotice } from "@/lib/payments/delivery/notices";
import { recordOutcome } from "@/lib/payments/delivery/record-outcome";
import { beginPayment } from "@/lib/payments/operations/begin-payment";
import { getPayment } from "@/lib/payments/operations/get-payment";
import { recordPayment } from "@/lib/payments/operations/record-payment";
import { findSilentPayments } from "@/lib/payments/reconcile";
import { aPaymentBegun, aShop, methodOf, type Shop } from "@/lib/payments/testing";
import { testDatabase } from "@/tests/support/database";
import { clientUser } from "@/tests/support/tenants";

const database = await testDatabase();

const euro = (minor: number) => ({ minor, currency: "EUR" as const });
const paid = (paymentId: string) => ({
  state: "succeeded" as const,
  reference: `sb_${paymentId}`,
  method: "Visa",
  amount: euro(10_000),
});

async function creditOf({ tenantId }: Shop): Promise<bigint> {
  const { rows } = await database.owner.query(
    `select coalesce(-sum(l.amount_minor), 0)::bigint as credit from journal_lines l join ledger_accounts a on a.id = l.account_id
     where l.tenant_id = $1 and a.code = '2200'`,
    [tenantId],
  );
  return BigInt(rows[0].credit);
}

const invoiceOf = ({ actor }: Shop, invoiceId: string) => run(getInvoice, { invoiceId }, { actor });
const paymentOf = ({ actor }: Shop, paymentId: string) => run(getPayment, { paymentId }, { actor });

type Notice = Parameters<typeof keepNotice.run>[1]["notice"];

/** As the door of notices does: kept, then worked on. */
async function tellOf(shop: Shop, paymentId: string, externalId: string, outcome: object): Promise<void> {
  const notice = {
    externalId,
    kind: "charge",
    reference: `sb_${paymentId}`,
    paymentId,
    outcome,
  } as unknown as Notice;
  const { connectionId, tenantId } = shop;
  await runAsSystem(tenantId, keepNotice, { connectionId, notice: notice as never });
  const { rows } = await database.owner.query(
    "select id from gateway_events where tenant_id = $1 and external_id = $2",
    [tenantId, externalId],
  );
  await runAsSystem(tenantId, processNotice, { noticeId: rows[0].id });
}

async function untilThereIsRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseBusy) return untilThereIsRoom(work);
    throw error;
  }
}

describe("a payment by card", () => {
  test("is written down before the gateway is called, then paid: books, invoice, timeline and events follow", async () => {
    const shop = await aShop(database.owner);
    const { invoiceId, paymentId } = await aPaymentBegun(shop, "paid");
    expect(await paymentOf(shop, paymentId)).toMatchObject({ status: "PENDING", number: 1n });
    await callGateway(shop.tenantId, paymentId);

    expect(await paymentOf(shop, paymentId)).toMatchObject({ status: "SUCCEEDED", method: "Visa •••• 0016" });
    expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PAID", due: { minor: 0n } });
    const { rows } = await database.owner.query(
      "select name from outbox_events where subject = $1 or subject = $2 order by sequence",
      [paymentId, invoiceId],
    );
    expect(rows.map(({ name }) => name)).toEqual([
      "billing/invoice.issued",
      "payments/payment.started",
      "billing/invoice.paid",
      "payments/payment.succeeded",
    ]);
    const kept = await database.owner.query("select instructions from payments where id = $1", [paymentId]);
    expect(kept.rows[0].instructions).toBeNull();
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test("that is declined fails with its reason, and the invoice can be paid again", async () => {
    const shop = await aShop(database.owner);
    const { invoiceId, paymentId } = await aPaymentBegun(shop, "funds");
    await callGateway(shop.tenantId, paymentId);
    expect(await paymentOf(shop, paymentId)).toMatchObject({ status: "FAILED", failureCode: "funds" });

    const { actor, connectionId } = shop;
    const again = await run(beginPayment, { invoiceId, connectionId, method: methodOf("paid") }, { actor });
    await callGateway(shop.tenantId, again.paymentId);
    expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PAID" });
  });

  test("is refused beside one under way, for what is paid, and with a card that is none", async () => {
    const shop = await aShop(database.owner);
    const { actor, connectionId, clientId } = shop;
    const { invoiceId, paymentId } = await aPaymentBegun(shop, "paid");
    const begin = (method = methodOf("paid")) =>
      run(beginPayment, { invoiceId, connectionId, method }, { actor });
    await expect(begin()).rejects.toMatchObject({
      code: "payments.payment_under_way",
      details: { paymentId },
    });
    await expect(begin({ ...methodOf("paid"), cardNumber: "4242" })).rejects.toMatchObject({
      code: "payments.method_refused",
      fields: [{ path: "method.cardNumber" }],
    });
    await callGateway(shop.tenantId, paymentId);
    await expect(begin()).rejects.toMatchObject({ code: "payments.nothing_to_pay" });

    const mine = await anIssuedInvoice(actor, clientId);
    const person = clientUser(shop.tenantId, clientId);
    const own = { invoiceId: mine.id, connectionId, method: methodOf("paid") };
    expect(await run(beginPayment, own, { actor: person })).toHaveProperty("paymentId");
    const stranger = await aShop(database.owner);
    await expect(run(beginPayment, own, { actor: stranger.actor })).rejects.toMatchObject({
      code: "billing.invoice_not_found",
    });
  });

  test("F-12: the answer is lost after success: UNKNOWN, asked, paid once", async () => {
    const shop = await aShop(database.owner);
    const { invoiceId, paymentId } = await aPaymentBegun(shop, "lost");
    expect(await callGateway(shop.tenantId, paymentId)).toMatchObject({ again: true });
    expect(await paymentOf(shop, paymentId)).toMatchObject({ status: "UNKNOWN" });
    expect(await callGateway(shop.tenantId, paymentId)).toEqual({ again: false });
    expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PAID", paid: { minor: 10_000n } });
    expect(await creditOf(shop)).toBe(0n);
  });

  test("F-13, F-14: killed between charge and commit, the next round finds it and asks before it charges", async () => {
    const shop = await aShop(database.owner);
    const { invoiceId, paymentId } = await aPaymentBegun(shop, "paid");
    // The intent was noted and the process died: whoever comes next does not know whether the gateway was reached.
    const claim = await runAsSystem(shop.tenantId, claimPayment, { paymentId });
    expect(claim).toMatchObject({ wasCalled: false });
    const silent = await findSilentPayments(new Date(Date.now() + 10 * 60_000));
    expect(silent).toContainEqual({ tenantId: shop.tenantId, paymentId });

    await callGateway(shop.tenantId, paymentId);
    expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PAID", paid: { minor: 10_000n } });
    await callGateway(shop.tenantId, paymentId);
    expect(await creditOf(shop)).toBe(0n);
  });
});

describe("what gateways tell", () => {
  test("F-08: the same notice a hundred times at once has one effect", async () => {
    const shop = await aShop(database.owner);
    const { invoiceId, paymentId } = await aPaymentBegun(shop, "pending_paid");
    await Promise.all(
      Array.from({ length: 100 }, () =>
        untilThereIsRoom(() => tellOf(shop, paymentId, "evt_1", paid(paymentId))),
      ),
    );
    expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PAID", paid: { minor: 10_000n } });
    expect(await creditOf(shop)).toBe(0n);
    const { rows } = await database.owner.query(
      "select count(*)::int as n from gateway_events where tenant_id = $1",
      [shop.tenantId],
    );
    expect(rows[0].n).toBe(1);
  });

  test("F-09: all 120 orders of the five events of a payment's life end the same", async () => {
    const shop = await aShop(database.owner);
    const reference = (id: string) => ({ reference: `sb_${id}`, method: "Visa" });
    const life = (id: string) => [
      { state: "pending", ...reference(id) },
      { state: "action_required", ...reference(id), url: "https://bank.example.com" },
      { state: "error", class: "permanent", code: "declined", detail: "first try", reference: `sb_${id}` },
      { state: "pending", ...reference(id) },
      paid(id),
    ];
    const ends = new Set<string>();
    for (const order of permutations([0, 1, 2, 3, 4])) {
      const { invoiceId, paymentId } = await aPaymentBegun(shop, "paid");
      const events = life(paymentId);
      for (const index of order) {
        const outcome = events[index] as never;
        await runAsSystem(shop.tenantId, recordOutcome, { paymentId, outcome });
      }
      const { status, failureCode, actionUrl, method, credited } = await paymentOf(shop, paymentId);
      const invoice = await invoiceOf(shop, invoiceId);
      ends.add(JSON.stringify([status, failureCode, actionUrl, method, `${credited.minor}`, invoice.status]));
    }
    expect([...ends]).toEqual([JSON.stringify(["SUCCEEDED", null, null, "Visa", "0", "PAID"])]);
  }, 240_000);

  test("F-10: money that comes late, after another payment or after the invoice was voided, becomes credit", async () => {
    const shop = await aShop(database.owner);
    const { actor } = shop;
    const first = await aPaymentBegun(shop, "pending_paid");
    await run(recordPayment, { invoiceId: first.invoiceId, amount: euro(10_000), method: "cash" }, { actor });
    await tellOf(shop, first.paymentId, "evt_late", paid(first.paymentId));
    expect(await paymentOf(shop, first.paymentId)).toMatchObject({
      status: "SUCCEEDED",
      credited: { minor: 10_000n },
    });
    expect(await creditOf(shop)).toBe(10_000n);

    const second = await aPaymentBegun(shop, "pending_paid");
    const { version } = await invoiceOf(shop, second.invoiceId);
    await run(voidInvoice, { invoiceId: second.invoiceId, version, reason: "by mistake" }, { actor });
    await tellOf(shop, second.paymentId, "evt_void", paid(second.paymentId));
    expect(await creditOf(shop)).toBe(20_000n);
    expect(await brokenBooks(database.owner)).toEqual([]);
  });

  test("a notice of no payment of ours is kept and touches nothing", async () => {
    const [shop, other] = [await aShop(database.owner), await aShop(database.owner)];
    const { paymentId } = await aPaymentBegun(other, "pending_paid");
    await tellOf(shop, paymentId, "evt_foreign", paid(paymentId));
    expect(await paymentOf(other, paymentId)).toMatchObject({ status: "PENDING" });
  });
});

describe("money that comes at the same time", () => {
  test("F-15: cards, cash and notices at once pay an invoice once, and every cent over it becomes credit", async () => {
    const shop = await aShop(database.owner);
    const { actor } = shop;
    for (let round = 0; round < 5; round += 1) {
      const before = await creditOf(shop);
      const { invoiceId, paymentId } = await aPaymentBegun(shop, "paid");
      const work = Array.from({ length: 32 }, (_, n) =>
        untilThereIsRoom(async () => {
          if (n % 3 === 0) await callGateway(shop.tenantId, paymentId);
          else if (n % 3 === 1) await tellOf(shop, paymentId, `evt_${round}_${n}`, paid(paymentId));
          else await run(recordPayment, { invoiceId, amount: euro(10_000), method: "cash" }, { actor });
        }),
      );
      await Promise.all(work);
      const cash = Array.from({ length: 32 }, (_, n) => n).filter((n) => n % 3 === 2).length;
      expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PAID", paid: { minor: 10_000n } });
      expect((await creditOf(shop)) - before).toBe(BigInt(cash) * 10_000n);
    }
    expect(await brokenBooks(database.owner)).toEqual([]);
  }, 240_000);

  test("a part leaves the invoice open with the rest due; another currency is refused", async () => {
    const shop = await aShop(database.owner);
    const { actor, clientId } = shop;
    const { id: invoiceId } = await anIssuedInvoice(actor, clientId);
    await run(recordPayment, { invoiceId, amount: euro(4_000), method: "bank_transfer" }, { actor });
    expect(await invoiceOf(shop, invoiceId)).toMatchObject({ status: "PARTLY_PAID", due: { minor: 6_000n } });
    const foreign = { invoiceId, amount: { minor: 1, currency: "USD" as const }, method: "cash" as const };
    await expect(run(recordPayment, foreign, { actor })).rejects.toMatchObject({
      code: "payments.currency_differs",
    });
    await expect(run(issueInvoiceNow, { invoiceId, version: 3 }, { actor })).rejects.toMatchObject({
      code: "billing.invoice_not_changeable",
    });
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
