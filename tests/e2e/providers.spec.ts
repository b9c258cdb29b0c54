import type { Page } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { type OidcServer, startOidcServer } from "@/tests/support/oidc-server";
import { expectAccessible } from "./support/looks";
import { expect, open, test } from "./support/test";

const { signIn, settings, identities, errors, overview, common } = messages;
const words = settings.providers;

let oidc: OidcServer;
let providerId: string;
let name: string;

/** Each width has a provider of its own; its trips are told one after the other. */
test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser, installation, behind }, { project }) => {
  const nobody = { subject: "nobody", email: "nobody@example.com", isEmailVerified: true };
  oidc = await startOidcServer({ returnsTo: `${installation.url}/api/auth/callback/`, person: nobody });
  name = `Identity ${project.name}`;

  const { url, tenantId, people } = installation;
  const { sessionCookie } = await behind({ do: "enter", tenantId, ...people.owner });
  const context = await browser.newContext({ baseURL: url });
  await context.addCookies([{ ...sessionCookie, url }]);
  const page = await context.newPage();
  await open(page, "/admin/settings/sign-in-providers/new");
  await page.getByLabel(words.name, { exact: true }).fill(name);
  await page.getByLabel(words.issuer, { exact: true }).fill(oidc.issuer);
  await page.getByLabel(words.oauthClient).fill(oidc.clientId);
  await page.getByLabel(words.oauthSecret).fill(oidc.clientSecret);
  await page.getByRole("button", { name: common.save }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: words.test }).click();
  await expect(page.getByText(words.tested)).toBeVisible();
  providerId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await context.close();
});

test.afterAll(() => oidc.stop());

const byProvider = (page: Page) =>
  page.getByRole("button", { name: signIn.byProvider.replace("{name}", name) });

async function goByProvider(page: Page): Promise<void> {
  await open(page, "/sign-in");
  await byProvider(page).click();
}

test("S-27: an address that was confirmed on both sides is connected after its owner has signed in, and then signs in", {
  tag: "@phone",
}, async ({ page, context, behind }) => {
  const linked = await behind({ do: "person", name: "Linus Linked" });
  oidc.person = { subject: linked.email, email: linked.email, isEmailVerified: true };
  await goByProvider(page);
  await expect(page.getByText(signIn.connect.notice.replace("{name}", name))).toBeVisible();
  await page.getByLabel(signIn.email).fill(linked.email);
  await page.getByLabel(signIn.password, { exact: true }).fill(linked.password);
  await page.getByRole("button", { name: signIn.submit, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: identities.confirm.title })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: identities.confirm.submit }).click();
  await expect(page.getByRole("listitem").filter({ hasText: linked.email })).toBeVisible();

  await context.clearCookies();
  await goByProvider(page);
  await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();

  await open(page, "/admin/settings/security");
  const { labelOf, label, done } = identities.remove;
  await page.getByRole("button", { name: labelOf.replace("{name}", name) }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: label, exact: true }).click();
  await expect(page.getByText(done)).toBeVisible();

  await page.getByRole("button", { name: identities.connect.replace("{name}", name), exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: linked.email })).toBeVisible();
});

test("S-27: an address that the provider has not confirmed connects nobody and signs nobody in", async ({
  page,
  installation,
}) => {
  const { email } = installation.people.readOnly;
  oidc.person = { subject: "not-confirmed", email, isEmailVerified: false };
  await goByProvider(page);
  await expect(page.getByText(errors.auth.identity_unknown)).toBeVisible();
});

for (const fault of ["wrong-nonce", "wrong-audience", "wrong-issuer"] as const) {
  test(`a token with the ${fault.replace("-", " ")} signs nobody in`, async ({ page }) => {
    oidc.fault = fault;
    await goByProvider(page);
    await expect(page.getByText(errors.auth.provider_failed)).toBeVisible();
    oidc.fault = undefined;
  });
}

/** Begins at the provider and stops before it answers: the address that it would send back to. */
async function halfATrip(page: Page): Promise<string> {
  oidc.heldBack = "begin";
  await goByProvider(page);
  await expect.poll(() => oidc.heldBack).toBeInstanceOf(URL);
  const address = String(oidc.heldBack);
  oidc.heldBack = undefined;
  return address;
}

test("S-55: an answer counts in the browser that began, once, and not with the cookies of another trip", async ({
  page,
  context,
  browser,
  installation,
}) => {
  const address = await halfATrip(page);
  const other = await browser.newContext({ baseURL: installation.url });
  const elsewhere = await other.newPage();
  await elsewhere.goto(address);
  await expect(elsewhere.getByText(errors.auth.provider_failed)).toBeVisible();

  // The state of another trip, in place of this one's.
  await halfATrip(elsewhere);
  const isState = ({ name: cookie }: { name: string }) => cookie.includes(`state.${providerId}`);
  const foreign = (await other.cookies()).find(isState);
  expect(foreign).toBeDefined();
  const own = (await context.cookies()).find(isState);
  await context.addCookies([{ name: own?.name ?? "", value: foreign?.value ?? "", url: installation.url }]);
  await page.goto(address);
  await expect(page.getByText(errors.auth.provider_failed)).toBeVisible();
  await other.close();
});

test("a provider that is down is said to be, and the other ways in stay", async ({ page }) => {
  await oidc.stop();
  await goByProvider(page);
  await expect(page.getByText(errors.auth.provider_failed)).toBeVisible();
  await expect(page.getByLabel(signIn.email)).toBeVisible();
});
