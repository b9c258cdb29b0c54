import messages from "@/messages/en.json" with { type: "json" };
import { crawl, routesBelow } from "./support/crawl";
import { expectAccessible, expectLanguage, expectNoSidewaysScroll, expectTranslated } from "./support/looks";
import { test as base, expect, open, whole } from "./support/test";

const { platform, setUp, signIn, overview, states, common } = messages;

// As those who run the installation, on the platform's own host.
const test = base.extend({
  baseURL: async ({ installation }, use) => {
    await use(installation.platform.url);
  },
});

test.beforeEach(async ({ context, installation, behind }) => {
  const { url, tenantId, owner } = installation.platform;
  const { sessionCookie } = await behind({ do: "enter", tenantId, ...owner });
  await context.addCookies([{ ...sessionCookie, url }]);
});

test("every page of the platform is accessible, fits the screen, and leads to no client and no books", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const visited = await crawl(page, "/admin/platform/companies", async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await expectTranslated(page);
    await expectLanguage(page, "en", "ltr");
  });
  const unreached = routesBelow("app/admin/platform").filter(
    ({ pattern }) => !visited.some((path) => pattern.test(path)),
  );
  expect(unreached.map(({ route }) => route)).toEqual([]);
  // What is held of the platform's own people is theirs to look at; requests come from clients.
  const ofCompanies =
    /^\/admin\/(?:(?:clients|invoices|ledger|orders|payments|products|services|tasks)(?:\/|$)|privacy$)/;
  expect(visited.filter((path) => ofCompanies.test(path))).toEqual([]);
});

test("a company is let in by a link, suspended, and let work again", async ({
  page,
  browser,
  troubles,
}, info) => {
  test.slow();
  const host = `acme-${info.project.name}.localhost`;
  const name = `Acme ${info.project.name}`;

  await open(page, "/admin/platform/links");
  await page.getByLabel(platform.links.form.host).fill(host);
  await page.getByLabel(platform.links.form.note).fill("Acme, by telephone");
  await page.getByRole("button", { name: platform.links.form.submit }).click();
  await expect(page.getByText(platform.links.made.text)).toBeVisible();
  const link = (await page.locator("[data-slot=copyable-secret] code").innerText()).trim();
  await expect(page.getByText("Acme, by telephone")).toBeVisible();

  const context = await browser.newContext();
  const owner = await context.newPage();
  await owner.goto(link);
  await whole(owner);
  await owner.getByLabel(setUp.name, { exact: true }).first().fill("Ada Lovelace");
  await owner.getByLabel(setUp.email).fill("ada@acme.example");
  await owner.getByLabel(setUp.password).fill("correct horse battery staple");
  await owner
    .getByRole("group", { name: setUp.company })
    .getByLabel(setUp.companyName, { exact: true })
    .fill(name);
  await owner.getByRole("button", { name: setUp.submit }).click();
  await expect(owner).toHaveURL(new RegExp(`^http://${host}(:\\d+)?/sign-in`));
  await owner.getByLabel(signIn.email).fill("ada@acme.example");
  await owner.getByLabel(signIn.password, { exact: true }).fill("correct horse battery staple");
  await owner.getByRole("button", { name: signIn.submit, exact: true }).click();
  await expect(owner.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();

  await open(page, `/admin/platform/companies?search=${host}`);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("button", { name: platform.suspend.label, exact: true }).click();
  await page.getByLabel(platform.suspend.reason).fill("Unpaid");
  await page.getByRole("button", { name: platform.suspend.submit }).click();
  await expect(page.getByText(platform.suspended.title)).toBeVisible();

  expect((await owner.reload())?.status()).toBe(403);
  await expect(owner.getByRole("heading", { level: 1, name: states.suspended.title })).toBeVisible();
  await expect(owner.getByText("Unpaid")).toHaveCount(0);

  await page.getByRole("button", { name: platform.resume.label, exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: platform.resume.label }).click();
  await expect(page.getByText(platform.suspended.title)).toHaveCount(0);
  await owner.goto(`http://${host}:${new URL(link).port}/admin`);
  await expect(owner.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();
  await context.close();
  troubles.expect(/403/);
});

test("a company's data are saved as a file", async ({ page, installation }) => {
  await open(page, `/admin/platform/companies/${installation.tenantId}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: platform.export.label }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`company-${installation.tenantId}.ndjson`);
  await expect(page.getByText(platform.export.done)).toBeVisible();
});

test("a link that is no longer wanted is closed", async ({ page }, info) => {
  const host = `closed-${info.project.name}.localhost`;
  await open(page, "/admin/platform/links");
  await page.getByLabel(platform.links.form.host).fill(host);
  await page.getByRole("button", { name: platform.links.form.submit }).click();
  const label = platform.links.revoke.labelOf.replace("{host}", host);
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: platform.links.revoke.label }).click();
  await expect(page.getByRole("button", { name: label })).toHaveCount(0);
  await expect(page.getByRole("button", { name: common.cancel })).toHaveCount(0);
});
