import { addTaxPreset } from "@/lib/billing/operations/add-tax-preset";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import { createProduct } from "@/lib/catalog/operations/create-product";
import { createProductGroup } from "@/lib/catalog/operations/create-product-group";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { systemActor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { createOrder } from "@/lib/orders/operations/create-order";
import { settleOrder } from "@/lib/orders/operations/settle-order";
import { recordPayment } from "@/lib/payments/operations/record-payment";
import { type DemoProduct, demoCatalogue, demoCurrencies, demoPrice } from "./demo-catalogue";

type SoldPlan = { id: string; asksHostName: boolean };
type Client = { id: string; name: string; currency: CurrencyCode; at: Date };

const dayMs = 86_400_000;
const text = (words: string) => ({ en: words });

/** Tax rules, and everything that is sold, as of a day. */
export async function openShop(tenantId: string, now: Date): Promise<SoldPlan[]> {
  const call = { actor: systemActor(tenantId), now };
  await run(addTaxPreset, { preset: "EU" }, call);
  const plans: SoldPlan[] = [];
  for (const { slug, name, products } of demoCatalogue) {
    const group = await run(createProductGroup, { slug, name: text(name) }, call);
    for (const product of products) plans.push(...(await addProduct(group.id, product, call)));
  }
  return plans;
}

async function addProduct(
  productGroupId: string,
  { plans, name, tagline, ...product }: DemoProduct,
  call: { actor: ReturnType<typeof systemActor>; now: Date },
): Promise<SoldPlan[]> {
  const words = { name: text(name), tagline: text(tagline) };
  const { id: productId, version } = await run(createProduct, { productGroupId, ...product, ...words }, call);
  const sold: SoldPlan[] = [];
  for (const { euros, features, name: planName, ...plan } of plans) {
    const details = { name: text(planName), features: features.map(text), maxQuantity: 5 };
    const { id: planId } = await run(createPlan, { productId, ...plan, ...details }, call);
    const changes = demoCurrencies.flatMap((currency) => [
      { currency, cycle: "1m", amountMinor: demoPrice(euros, currency) },
      { currency, cycle: "1y", amountMinor: demoPrice(euros * 10, currency) },
    ]);
    await run(changePrices, { planId, changes }, call);
    sold.push({ id: planId, asksHostName: product.asksHostName === true });
  }
  await run(updateProduct, { productId, version, status: "ACTIVE" }, call);
  return sold;
}

type Deed = { at: Date; run: () => Promise<void> };

/** Orders, their invoices and payments, in the order of their days: the numbers of invoices never go back. */
export async function trade(
  tenantId: string,
  { clients, plans, now }: { clients: readonly Client[]; plans: readonly SoldPlan[]; now: Date },
): Promise<void> {
  const actor = systemActor(tenantId);
  const deeds: Deed[] = [];
  for (const [index, client] of clients.entries()) {
    // One in twenty has ordered nothing yet, most have one service, some three.
    const count = index % 20 === 19 ? 0 : 1 + (index % 4 === 0 ? 1 : 0) + (index % 10 === 0 ? 1 : 0);
    for (let nth = 0; nth < count; nth += 1) {
      const at = new Date(client.at.getTime() + nth * 47 * dayMs + 3_600_000);
      const plan = plans[(index * 5 + nth * 7) % plans.length];
      if (plan === undefined || at > now) continue;
      deeds.push({ at, run: () => order(client, plan, { at, number: index + nth }) });
    }
  }
  while (deeds.length > 0) {
    deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
    await deeds.shift()?.run();
  }

  async function order(client: Client, plan: SoldPlan, { at, number }: { at: Date; number: number }) {
    const hostName = plan.asksHostName ? `site-${number + 1}.example.com` : null;
    const cycle = number % 3 === 0 ? "1y" : "1m";
    const item = { planId: plan.id, cycle, hostName };
    const { id: orderId, invoiceId } = await run(
      createOrder,
      { clientId: client.id, items: [item] },
      { actor, now: at },
    );
    // One in nine is late, and stays so for as long as anybody has waited.
    const paidAt = new Date(at.getTime() + (1 + (number % 12)) * dayMs);
    if (invoiceId === null || number % 9 === 8 || paidAt > now) return;
    deeds.push({ at: paidAt, run: () => pay(orderId, invoiceId, paidAt) });
  }

  async function pay(orderId: string, invoiceId: string, at: Date) {
    const call = { actor, now: at };
    const { due } = await run(getInvoice, { invoiceId }, call);
    await run(
      recordPayment,
      { invoiceId, amount: { minor: Number(due.minor), currency: due.currency }, method: "bank_transfer" },
      call,
    );
    await run(settleOrder, { orderId }, call);
  }
}
