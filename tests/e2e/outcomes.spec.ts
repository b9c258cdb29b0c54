import type { Page } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { isPlaced, isServed, payWith, picture } from "./support/buying";
import type { Delivery } from "./support/shop";
import { test as base, expect, open, whole } from "./support/test";
import { arrive, isTold } from "./support/ways";

const { orders, payments, services, tasks } = messages;

type Placed = { page: Page; name: string; email: string };

/** A visitor who has ordered and is about to pay: their browser holds the cart. */
const test = base.extend<{ buys: (plan: Delivery) => Promise<Placed> }>({
  buys: async ({ behind, otherBrowser, installation }, use, info) => {
    await use(async (plan) => {
      const name = `${plan} ${info.testId.slice(-8)}`;
      const { token, email } = await behind({ do: "order", planId: installation.plans[plan], name });
      const page = await otherBrowser();
      await page.context().addCookies([{ name: "panel1.cart", value: token, url: installation.url }]);
      await open(page, "/checkout/order");
      await isPlaced(page);
      return { page, name, email };
    });
  },
});

test("whoever's card is declined reads why, pays with another one, and is served once", async ({
  buys,
}, info) => {
  const { page } = await buys("succeeds");
  await payWith(page, "funds");
  await expect(page.getByRole("alert").filter({ hasText: payments.whatToDo.funds })).toBeVisible();
  await expect(page.getByText(orders.placed.failed)).toBeVisible();
  await picture(page, info, "declined");
  await payWith(page, "paid");
  await isServed(page);
  await expect(page.getByRole("listitem").filter({ hasText: "Web hosting" })).toHaveCount(1);
});

test("whoever's bank asks confirms there, comes back, and is served", async ({ buys }, info) => {
  const { page } = await buys("succeeds");
  await payWith(page, "confirm");
  await page.getByRole("link", { name: orders.placed.toConfirm }).click();
  await arrive(page, payments.sandbox.title);
  await picture(page, info, "bank");
  await page.getByRole("button", { name: payments.sandbox.confirm, exact: true }).click();
  await isPlaced(page);
  await isServed(page);
});

test("a payment on its way is waited for, and then served", async ({ buys }) => {
  const { page } = await buys("succeeds");
  await payWith(page, "pending_paid");
  await expect(page.getByText(orders.placed.processing)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Pay/ })).toHaveCount(0);
  await isServed(page);
});

test("a payment that comes back is told, and can be made anew", async ({ buys }) => {
  const { page } = await buys("succeeds");
  await payWith(page, "pending_failed");
  await expect(page.getByText(orders.placed.processing)).toBeVisible();
  await expect(page.getByText(payments.whatToDo.returned)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("button", { name: /^Pay/ })).toBeEnabled();
});

test("what a module cannot make is put right by staff, and goes on with one press", async ({
  page,
  buys,
  behind,
  signInAs,
  installation,
}, info) => {
  const buyer = await buys("fails");
  await payWith(buyer.page, "paid");
  await expect(buyer.page.getByText(orders.placed.delayed)).toBeVisible({ timeout: 40_000 });

  await signInAs("owner");
  await open(page, "/admin/tasks?kind=look_into");
  await page.getByRole("row").filter({ hasText: buyer.name }).getByRole("link").first().click();
  await arrive(page, /^Crowded hosting/);
  await expect(page.getByText(services.failure.CREATE, { exact: true })).toBeVisible();
  await expect(page.getByText("The server has no room for another account.").first()).toBeVisible();
  await picture(page, info, "service-failed");

  await behind({ do: "mendPlan", planId: installation.plans.fails });
  await page.getByRole("button", { name: services.actions.retry.label }).click();
  await isTold(page, services.actions.retry.done);
  // The page follows by itself.
  await expect(page.getByText(services.status.ACTIVE, { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(services.failure.CREATE, { exact: true })).toHaveCount(0);
  await open(buyer.page, "/checkout/order");
  await isServed(buyer.page);
});

test("what people deliver waits as a task, and reaches the client with what they wrote", async ({
  page,
  buys,
  signInAs,
}, info) => {
  const buyer = await buys("byHand");
  await payWith(buyer.page, "paid");

  await signInAs("owner");
  const task = page.getByRole("row").filter({ hasText: buyer.name });
  await expect(async () => {
    await open(page, "/admin/tasks?kind=carry_out");
    await expect(task).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await expect(task).toContainText("Copy the site over.");
  await picture(page, info, "tasks");
  await task.getByRole("button", { name: tasks.complete.label, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(services.access.server).fill("web7.example.net");
  await dialog.getByRole("button", { name: tasks.complete.submit }).click();
  await isTold(page, tasks.complete.done);
  await expect(task).toHaveCount(0);
  await isServed(buyer.page);
  await whole(buyer.page);
});
