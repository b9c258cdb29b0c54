import type { Browser, Page, TestInfo } from "@playwright/test";
import pg from "pg";
import { formatMoney } from "@/lib/core/money/format";
import { money } from "@/lib/core/money/money";
import { chart } from "@/lib/ledger/rules/chart";
import messages from "@/messages/en.json" with { type: "json" };
import { startApp } from "@/tests/support/app-server";
import { isPlaced, isServed, payWith, picture } from "./support/buying";
import { expectAccessibleInBoth } from "./support/looks";
import { expect, open, test, whole } from "./support/test";
import { troublesOf } from "./support/troubles";
import { arrive, choose, follow, isTold } from "./support/ways";

const { accounts, catalog, clients, invoices, mailbox, orders, overview, payments } = messages;
const { services, setUp, states, store, storefront, taxRules } = messages;

const company = "Northwind Hosting";
const buyer = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  password: "engines weave algebraic patterns",
};
// 12.50 and 5.00 once, and 20 percent on both.
const [net, tax, total] = ["£17.50", "£3.50", "£21.00"];

test("from an empty database to a paying client with a service, each figure as the database has it", async ({
  page,
  browser,
}, info) => {
  test.slow();
  const app = await startApp();
  try {
    await test.step("the one-time link leads to the owner's overview, once", () =>
      setTheCompanyUp(page, app.url, app.setupUrl as string));
    await test.step("staff put a plan on sale, with tax and a way to pay", () => putOnSale(page, app.url));
    const visitor = await visitorOf(browser, app.url);
    await test.step("a visitor orders it and pays", () => order(visitor.page, info));
    const link = await test.step("the mails wait in the mailbox", () => invitationTo(page, app.url, info));
    await test.step("the buyer opens the account, and finds service and invoice", () =>
      comeIn(visitor.page, link, info));
    expect(visitor.troubles.all).toEqual([]);
    await test.step("the dashboard says what the database says", () =>
      compare(page, app.url, app.ownerUrl, info));
  } finally {
    await app.stop();
  }
});

async function setTheCompanyUp(page: Page, url: string, setupUrl: string) {
  await open(page, `${url}/`);
  await expect(page.getByText(storefront.pending.text)).toBeVisible();
  await expectAccessibleInBoth(page);

  await open(page, setupUrl);
  await expectAccessibleInBoth(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByLabel(setUp.name, { exact: true }).first().fill("Grace Hopper");
  await page.getByLabel(setUp.email).fill("grace@northwind.example");
  await page.getByLabel(setUp.password).fill("correct horse battery staple");
  await page
    .getByRole("group", { name: setUp.company })
    .getByLabel(setUp.companyName, { exact: true })
    .fill(company);
  await page.getByLabel(setUp.country).selectOption("GB");
  await expect(page.getByLabel(setUp.currency)).toHaveValue("GBP");
  await page.getByRole("button", { name: setUp.submit }).click();
  await expect(page).toHaveURL(`${url}/admin`);
  await arrive(page, overview.title);
  await expect(page.getByText("Grace Hopper").first()).toBeVisible();

  await open(page, setupUrl);
  await expect(page.getByText(setUp.closed.why)).toBeVisible();
}

async function putOnSale(page: Page, url: string) {
  await open(page, `${url}/admin/products`);
  await page.getByRole("button", { name: catalog.group.new }).click();
  const dialog = page.getByRole("dialog");
  await typed(dialog, catalog.group.name).fill("Hosting");
  await typed(dialog, catalog.slug).fill("hosting");
  await dialog.getByRole("button", { name: catalog.group.create }).click();

  await follow(page, catalog.product.new, catalog.product.new);
  await typed(page, catalog.product.name).fill("Web hosting");
  await typed(page, catalog.product.tagline).fill("Sites that stay up.");
  await typed(page, catalog.slug).fill("web-hosting");
  await page.getByLabel(catalog.product.module).selectOption(catalog.modules.sandbox);
  await page.getByRole("button", { name: catalog.product.create }).click();
  await arrive(page, "Web hosting");

  await follow(page, catalog.plan.new, catalog.plan.new);
  await typed(page, catalog.plan.name).fill("Small");
  await typed(page, catalog.slug).fill("small");
  await page.getByRole("button", { name: catalog.plan.create }).click();
  await arrive(page, "Small");
  await page.getByLabel("Price, Monthly, GBP").fill("12.50");
  await page.getByLabel("Setup fee, Monthly, GBP").fill("5");
  await page.getByLabel("Price, Yearly, GBP").fill("120");
  await page.getByRole("button", { name: "Save 2 prices" }).click();
  await isTold(page, catalog.prices.saved);

  await follow(page, "Web hosting", "Web hosting");
  await page.getByRole("button", { name: catalog.actions.publish }).click();
  await isTold(page, catalog.actions.done.ACTIVE);

  await open(page, `${url}/admin/settings/tax-rules`);
  await choose(page, taxRules.presets.label, taxRules.presets.UK);
  await isTold(page, "1 rule added");

  await open(page, `${url}/admin/settings/gateways`);
  await page.getByRole("button", { name: payments.connections.new }).click();
  await page.getByLabel(payments.connections.name).fill("Card");
  await page.getByRole("dialog").getByRole("button", { name: payments.connections.save }).click();
  await isTold(page, payments.connections.saved);
}

async function visitorOf(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  return { page, troubles: troublesOf(page) };
}

async function order(page: Page, info: TestInfo) {
  await open(page, "/");
  await picture(page, info, "storefront");
  await page.getByRole("link", { name: "Web hosting" }).click();
  await arrive(page, "Web hosting");
  await picture(page, info, "product");
  await page.getByRole("link", { name: store.choose.replace("{plan}", "Small") }).click();
  await arrive(page, "Small");
  await expect(page.getByRole("region", { name: store.summary })).toContainText(net);
  await page.getByRole("button", { name: store.addToCart }).click();

  await arrive(page, orders.cart.title);
  await picture(page, info, "cart");
  await follow(page, orders.cart.checkout, orders.checkout.title);
  await page.getByLabel(orders.checkout.name, { exact: true }).fill(buyer.name);
  await page.getByLabel(orders.checkout.email).fill(buyer.email);
  await page.getByLabel(clients.address.line1).fill("12 St James's Square");
  await page.getByLabel(clients.address.city).fill("London");
  await page.getByLabel(clients.address.postal.postcode).fill("SW1Y 4JH");
  const sums = page.getByRole("complementary");
  await expect(sums).toContainText(tax);
  await expect(sums).toContainText(total);
  await picture(page, info, "checkout");
  await page.getByRole("button", { name: orders.checkout.submit }).click();

  await isPlaced(page);
  await picture(page, info, "order");
  await payWith(page, "paid");
  await isServed(page);
  await picture(page, info, "order-ready");
}

/** As the owner finds it in the mailbox, where no mail server is set up. */
async function invitationTo(page: Page, url: string, info: TestInfo): Promise<string> {
  await open(page, `${url}/admin/mail`);
  for (const template of ["invoice-issued", "payment-received", "service-ready"] as const) {
    await expect(page.getByRole("cell", { name: mailbox.templates[template], exact: true })).toHaveCount(1);
  }
  await picture(page, info, "mailbox");
  const row = page.getByRole("row").filter({ hasText: mailbox.templates["account-for-buyer"] });
  await row.getByRole("link").click();
  await page.getByRole("button", { name: mailbox.reveal.label }).click();
  await page.getByRole("button", { name: mailbox.preview.text }).click();
  const text = await page.locator("pre").innerText();
  return /https?:\/\/\S+/.exec(text)?.[0] ?? "";
}

async function comeIn(page: Page, link: string, info: TestInfo) {
  await open(page, link);
  await expect(page.getByLabel(accounts.register.name)).toHaveValue(buyer.name);
  await page.getByLabel(accounts.password.new, { exact: true }).fill(buyer.password);
  await page.getByRole("button", { name: accounts.invitation.own.submit }).click();
  await expect(page).toHaveURL(/\/portal$/);
  await whole(page);
  await picture(page, info, "portal");

  await page.getByRole("link", { name: "Web hosting – Small" }).click();
  await arrive(page, "Web hosting – Small");
  await expect(page.getByText(services.status.ACTIVE, { exact: true })).toBeVisible();
  await expect(page.getByText("sandbox-1.example.net", { exact: true })).toBeVisible();
  await picture(page, info, "portal-service");

  await open(page, "/portal/invoices");
  const row = page.getByRole("row").filter({ hasText: total });
  await expect(row).toContainText(invoices.status.PAID);
  await row.getByRole("link").click();
  await expect(page.getByText(states.refused.title)).toHaveCount(0);
  await arrive(page, /^INV/);
  await expect(page.getByText(tax).first()).toBeVisible();
  await picture(page, info, "portal-invoice");
}

async function compare(page: Page, url: string, databaseUrl: string, info: TestInfo) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const one = async (statement: string, values: unknown[] = []) =>
    String((await database.query(statement, values)).rows[0]?.value ?? "");
  const inPounds = (minor: bigint) => formatMoney(money(minor, "GBP"), "en");
  /** Debits less credits, of accounts by code or by type. */
  const booked = (accounts: string) =>
    one(
      `select coalesce(sum(l.amount_minor), 0) as value from journal_lines l
       join ledger_accounts a on a.tenant_id = l.tenant_id and a.id = l.account_id where a.code = $1 or a.type::text = $1`,
      [accounts],
    );
  try {
    await open(page, `${url}/admin`);
    const figure = (label: string) =>
      page.locator("main [data-slot=card]").filter({ has: page.getByText(label, { exact: true }) });
    const count = (table: string, status: string) =>
      one(`select count(*) as value from ${table} where status::text = $1`, [status]);
    await expect(figure(overview.clients.label)).toContainText(await count("clients", "ACTIVE"));
    await expect(figure(overview.services.label)).toContainText(await count("services", "ACTIVE"));
    await expect(figure(overview.tasks.label)).toContainText(overview.tasks.none);
    expect(await count("staff_tasks", "OPEN")).toBe("0");
    await expect(figure(overview.orders.label)).toContainText("None awaits payment");
    expect(await count("orders", "PENDING")).toBe("0");
    await expect(figure(overview.failedWork.label)).toContainText(overview.failedWork.none);

    const monthly = BigInt(
      await one("select sum(recurring_minor) as value from subscriptions where status = 'ACTIVE'"),
    );
    expect(inPounds(monthly)).toBe("£12.50");
    await expect(figure(overview.mrr.label)).toContainText(inPounds(monthly));

    const income = figure(overview.income.title);
    await income.getByText(overview.chart.asTable).click();
    const earned = -BigInt(await booked("INCOME"));
    expect(inPounds(earned)).toBe(net);
    await expect(income.getByRole("row").last()).toContainText(inPounds(earned));

    expect(BigInt(await booked(chart.receivables.code))).toBe(0n);
    const books = figure(overview.books.title);
    await expect(books).toContainText(inPounds(BigInt(await booked(chart.gatewayClearing.code))));
    await expect(books).toContainText(inPounds(-BigInt(await booked(chart.taxPayable.code))));
    expect([total, tax]).toEqual([
      inPounds(BigInt(await booked(chart.gatewayClearing.code))),
      inPounds(-BigInt(await booked(chart.taxPayable.code))),
    ]);
    await picture(page, info, "dashboard");
  } finally {
    await database.end();
  }
}

/** A field in sight: each language has its own, and one is shown. */
function typed(where: Pick<Page, "getByRole">, name: string) {
  return where.getByRole("textbox", { name, exact: true });
}
