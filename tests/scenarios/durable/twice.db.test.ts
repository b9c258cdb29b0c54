import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import type { InngestFunction } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { functions } from "@/inngest/functions";
import { callGateway } from "@/inngest/payments/call-gateway";
import { runFunction } from "@/inngest/testing";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { signIn } from "@/lib/auth/operations/sign-in";
import { throttleLimits } from "@/lib/auth/rules/throttle";
import { aPerson } from "@/lib/auth/testing";
import { anIssuedInvoice } from "@/lib/billing/testing";
import { aClient } from "@/lib/clients/testing";
import { config } from "@/lib/core/config/load";
import { newId } from "@/lib/core/ids";
import { type Actor, systemActor, visitor } from "@/lib/core/operation/actor";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { inOperation } from "@/lib/ledger/testing";
import { sendAs } from "@/lib/mail/testing";
import { releaseOrder } from "@/lib/orders/operations/release-order";
import { aBilledOrder, aCart, aPlan, orders, type Shop } from "@/lib/orders/testing";
import { keepNotice } from "@/lib/payments/delivery/notices";
import { answerConfirmation } from "@/lib/payments/operations/answer-confirmation";
import { checkPayment } from "@/lib/payments/operations/check-payment";
import { getPayment } from "@/lib/payments/operations/get-payment";
import { recordPayment } from "@/lib/payments/operations/record-payment";
import { aPaymentBegun, openShop } from "@/lib/payments/testing";
import { requestExport } from "@/lib/privacy/operations/request-export";
import { createService } from "@/lib/provisioning/delivery/create-service";
import { aService, aSubscription } from "@/lib/provisioning/testing";
import { addHost } from "@/lib/tenants/operations/add-host";
import { checkHost } from "@/lib/tenants/operations/check-host";
import { answerTxt } from "@/tests/simulators/name-server";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

const names = createSocket("udp4");
names.on("message", (message, from) => names.send(answerTxt(message, new Map()), from.port, from.address));
beforeAll(async () => {
  await new Promise<void>((resolve) => names.bind(0, "127.0.0.1", resolve));
  Object.assign(config(), { DNS_SERVERS: [`127.0.0.1:${(names.address() as AddressInfo).port}`] });
});
afterAll(() => new Promise<void>((resolve) => names.close(() => resolve())));

/** What sets a function going: does it in a company, and returns the name of the event. Null for what goes by the clock. */
const causes: Record<string, ((company: Actor) => Promise<string>) | null> = {
  "orders-follow": async ({ tenantId }) => {
    const shop = await sellerOf(tenantId);
    await orders(shop, await aCart(shop, { planId: await aPlan(owner, tenantId), cycle: "1m" }));
    return "orders/order.placed";
  },
  "orders-follow-released": async (actor) => {
    const shop = await sellerOf(actor.tenantId);
    const token = await aCart(shop, { planId: await aPlan(owner, actor.tenantId), cycle: "1m" });
    const { orderId } = await orders(shop, token, { email: "x@mailinator.com" });
    await run(releaseOrder, { orderId, version: 1 }, { actor });
    return "orders/order.released";
  },
  "orders-settle": async (actor) => {
    const shop = await sellerOf(actor.tenantId);
    const free = await aPlan(owner, actor.tenantId, { prices: { "1m": 0 } });
    await aBilledOrder(shop, free);
    return "billing/invoice.paid";
  },
  "core-housekeeping": null,
  "auth-housekeeping": null,
  "payments-reconcile": null,
  "billing-send-invoice": async (actor) => {
    const { clientId } = await shopOf(actor);
    await anIssuedInvoice(actor, clientId);
    return "billing/invoice.issued";
  },
  "payments-charge": async (actor) => {
    await aPaymentBegun(await shopOf(actor), "paid");
    return "payments/payment.started";
  },
  "payments-check": async (actor) => {
    const { paymentId } = await aPaymentBegun(await shopOf(actor), "pending_paid");
    await run(checkPayment, { paymentId }, { actor });
    return "payments/payment.check_asked";
  },
  "payments-notice": async (actor) => {
    const { connectionId } = await shopOf(actor);
    await runAsSystem(actor.tenantId, keepNotice, { ...keepNotice.example.input, connectionId });
    return "payments/notice.received";
  },
  "payments-sandbox-work": async (actor) => {
    const { paymentId } = await aPaymentBegun(await shopOf(actor), "paid");
    await callGateway(actor.tenantId, paymentId);
    return "payments/value.stored";
  },
  "payments-sandbox-answer": async (actor) => {
    const { paymentId } = await aPaymentBegun(await shopOf(actor), "confirm");
    await callGateway(actor.tenantId, paymentId);
    const { actionUrl } = await run(getPayment, { paymentId }, { actor });
    const token = actionUrl?.split("/").at(-1) ?? "";
    await run(answerConfirmation, { token, answer: "confirm" }, { actor: visitor(actor.tenantId) });
    return "payments/confirmation.answered";
  },
  "payments-tell-received": async (actor) => {
    const { clientId } = await shopOf(actor);
    const { id: invoiceId } = await anIssuedInvoice(actor, clientId);
    const amount = { minor: 10_000, currency: "EUR" as const };
    await run(recordPayment, { invoiceId, amount, method: "cash" }, { actor });
    return "payments/payment.succeeded";
  },
  "payments-tell-failed": async (actor) => {
    const { paymentId } = await aPaymentBegun(await shopOf(actor), "declined");
    await callGateway(actor.tenantId, paymentId);
    return "payments/payment.failed";
  },
  "mail-deliver": async ({ tenantId }) => {
    const to = { address: "ada@example.com" };
    await sendAs(staff(tenantId), { template: "test", to, language: "en", data: {} });
    return "mail/message.queued";
  },
  "privacy-export": async (company) => {
    const subjectId = await aClient(company.tenantId);
    const { id } = await aPerson(company.tenantId);
    await run(requestExport, { subjectKind: "client", subjectId }, { actor: { ...company, id } });
    return "privacy/export.requested";
  },
  "auth-answer-request": async ({ tenantId }) => {
    const { email } = await aPerson(tenantId);
    await run(requestSignInLink, { email }, { actor: visitor(tenantId) });
    return "auth/account.requested";
  },
  "auth-tell-of-lock": async ({ tenantId }) => {
    const { email } = await aPerson(tenantId);
    for (let guess = 0; guess < throttleLimits.account.free; guess += 1) {
      const input = { email, password: "wrong horse battery staple", address: `198.51.100.${guess}` };
      await run(signIn, input, { actor: visitor(tenantId) }).catch(() => {});
    }
    return "auth/account.locked";
  },
  "prove-host": async (actor) => {
    await run(addHost, { host: "shop.example.com" }, { actor });
    return "tenants/host.added";
  },
  "check-host": async (actor) => {
    await run(addHost, { host: "store.example.com" }, { actor });
    await run(checkHost, { host: "store.example.com" }, { actor });
    return "tenants/host.check_requested";
  },
};

const subscription = (verb: string, settings?: Record<string, unknown>) =>
  async function tellOfSubscription(company: Actor): Promise<string> {
    const { tenantId } = company;
    const activation = await aSubscription(owner, { tenantId, clientId: await aClient(tenantId), settings });
    const name = `subscriptions/subscription.${verb}`;
    const { subscriptionId, clientId } = activation;
    if (verb !== "activated") {
      const made = await run(createService, activation, { actor: systemActor(tenantId) });
      const status = verb === "resumed" ? "SUSPENDED" : "ACTIVE";
      await owner.query("update services set status = $2 where id = $1", [made?.serviceId, status]);
      await owner.query(
        "update service_actions set status = 'SUCCEEDED', ended_at = now() where service_id = $1",
        [made?.serviceId],
      );
    }
    const payload = verb === "activated" ? activation : { subscriptionId, clientId, reason: null };
    await owner.query(
      `insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [newId(), tenantId, name, subscriptionId, payload, { kind: "system", name: "System" }],
    );
    return name;
  };
Object.assign(causes, {
  "provisioning-begin": subscription("activated"),
  "provisioning-suspend": subscription("suspended"),
  "provisioning-resume": subscription("resumed"),
  "provisioning-end": subscription("ended"),
  "provisioning-perform": async ({ tenantId }: Actor) => {
    const settings = { behaviour: "loses_answer_after" };
    await aService(owner, { tenantId, clientId: await aClient(tenantId), settings });
    return "provisioning/action.queued";
  },
});

/** A company that has its books and can sell. */
async function sellerOf(tenantId: string): Promise<Shop> {
  const actor = staff(tenantId);
  await inOperation(actor, openChartOfAccounts);
  return { id: tenantId, system: systemActor(tenantId), actor, visitor: visitor(tenantId) };
}

/** A company that has its books and takes test cards. */
async function shopOf(actor: Actor) {
  await inOperation(actor, openChartOfAccounts);
  return openShop(actor);
}

/**
 * How many rows each table holds of a company. The keys by which a repeat is known are left out, and the audit log: it tells of
 * every time that an operation was carried out, and was right to.
 */
async function holdings(tenantId: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('idempotency_keys', 'audit_log', 'audit_heads') order by 1`);
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: found } = await owner.query(`select count(*)::int as n from ${name} where tenant_id = $1`, [
      tenantId,
    ]);
    if (found[0].n > 0) counts[name] = found[0].n;
  }
  return counts;
}

async function play(
  fn: InngestFunction.Any,
  cause: (company: Actor) => Promise<string>,
  everyStepTwice: boolean,
) {
  const tenant = await aTenant(owner);
  const name = await cause(staff(tenant.id));
  const { rows } = await owner.query(
    "select subject, payload, actor from outbox_events where tenant_id = $1 and name = $2 order by sequence desc limit 1",
    [tenant.id, name],
  );
  const { subject, payload, actor } = rows[0] ?? {};
  expect(payload, `${name} was announced`).toBeDefined();
  const event = { name, data: { ...payload, tenantId: tenant.id, subject, actor } };
  const trial = await runFunction(fn, { event, everyStepTwice });
  return { status: trial.status, steps: trial.history, held: await holdings(tenant.id) };
}

test("F-03: the causes below name every function there is", () => {
  expect(Object.keys(causes).sort()).toEqual(functions.map((fn) => fn.opts.id).sort());
});

test.each(functions.map((fn) => [fn.opts.id, fn] as const))(
  "F-03: each step of %s may run twice, and leaves what it leaves once",
  async (id, fn) => {
    const cause = causes[id];
    if (!cause) {
      const event = { name: "inngest/scheduled.timer", data: { cron: "17 * * * *" } };
      const outcomes = [
        await runFunction(fn, { event, everyStepTwice: true }),
        await runFunction(fn, { event }),
      ];
      expect(outcomes.map(({ status }) => status)).toEqual(["completed", "completed"]);
      return;
    }
    const once = await play(fn, cause, false);
    const twice = await play(fn, cause, true);

    expect(twice.held).toEqual(once.held);
    expect(twice.status).toBe("completed");
    const lost = twice.steps.filter(({ outcome }) => outcome === "lost");
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBe(twice.steps.length - lost.length);
  },
);
