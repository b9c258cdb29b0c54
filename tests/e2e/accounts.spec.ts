import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { expect, open, test } from "./support/test";

const { signIn, accounts, security, overview, errors } = messages;
const newPassword = "seven brown bears in a rowing boat";
const anAddress = () => `${randomUUID()}@northwind.example`;

type Mail = { path: string };
type Person = { email: string; password: string };

async function signInWith(page: Page, { email, password }: Person) {
  await open(page, "/sign-in");
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: signIn.submit, exact: true }).click();
}

async function isIn(page: Page) {
  await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();
}

// Not steady in a build yet.
test.fixme("somebody registers, confirms the address by mail, and is in the portal", async ({
  page,
  behind,
}) => {
  const email = anAddress();
  await open(page, "/register");
  await page.getByRole("radio", { name: accounts.register.company }).click();
  await page.getByLabel(accounts.register.companyName).fill("Analytical Engines Ltd");
  await page.getByLabel(accounts.register.name).fill("Ada Lovelace");
  await page.getByLabel(accounts.register.email).fill(email);
  await page.getByLabel(accounts.register.country).selectOption("GB");
  await expect(page.getByLabel(accounts.register.currency)).toHaveValue("GBP");

  await page.getByRole("button", { name: accounts.register.submit }).click();
  await expect(page.getByText(errors.fields.acceptsTerms.invalid_value)).toBeVisible();
  await page.getByRole("checkbox").click();
  await page.getByRole("button", { name: accounts.register.submit }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: accounts.checkMail.registration.title }),
  ).toBeVisible();

  const { path } = await behind<Mail>({ do: "mail", to: email, template: "verify-email" });
  await open(page, path);
  const password = page.getByLabel(accounts.password.new);
  await password.fill("analyticalengines");
  await page.getByRole("button", { name: accounts.confirm.submit }).click();
  await expect(page.getByText(errors.field.password_weak)).toBeVisible();
  await password.fill(newPassword);
  await expect(page.getByText(accounts.password.strength.strong)).toBeVisible();
  await page.getByRole("button", { name: accounts.confirm.submit }).click();
  await expect(page).toHaveURL(/\/portal$/);
  await expect(page.getByText("Analytical Engines Ltd")).toBeVisible();
});

test("a link by mail signs in, once, to the page that was asked for", async ({ page, context, behind }) => {
  const { email } = await behind<Person>({ do: "person" });
  await open(page, "/admin/clients");
  await page.getByRole("link", { name: signIn.link.offer }).click();
  await page.getByLabel(signIn.email).fill(email);
  await page.getByRole("button", { name: signIn.link.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: accounts.checkMail.link.title })).toBeVisible();

  const { path } = await behind<Mail>({ do: "mail", to: email, template: "sign-in-link" });
  await open(page, `${path}?next=${encodeURIComponent("/admin/clients")}`);
  await page.getByRole("button", { name: signIn.submit }).click();
  await expect(page).toHaveURL(/\/admin\/clients$/);

  await context.clearCookies();
  await open(page, path);
  await page.getByRole("button", { name: signIn.submit }).click();
  await expect(page.getByText(errors.auth.token_unusable)).toBeVisible();
});

// Not steady in a build yet.
test.fixme("a forgotten password is chosen anew by mail", async ({ page, behind }) => {
  const person = await behind<Person>({ do: "person" });
  await open(page, "/sign-in");
  await page.getByRole("link", { name: signIn.forgotten }).click();
  await page.getByLabel(signIn.email).fill(person.email);
  await page.getByRole("button", { name: accounts.forgot.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: accounts.checkMail.reset.title })).toBeVisible();

  const { path } = await behind<Mail>({ do: "mail", to: person.email, template: "reset-password" });
  await open(page, path);
  await page.getByLabel(accounts.password.new).fill(newPassword);
  await page.getByRole("button", { name: accounts.reset.submit }).click();
  await expect(page.getByText(signIn.notices.passwordChanged)).toBeVisible();
  await signInWith(page, { ...person, password: newPassword });
  await isIn(page);
});

test("an address is changed when both mailboxes have confirmed it", async ({ page, context, behind }) => {
  const person = await behind<Person>({ do: "person" });
  const email = anAddress();
  await signInWith(page, person);
  await isIn(page);
  await open(page, "/admin/settings/security");
  await page.getByRole("button", { name: security.email.change }).click();
  await page.getByLabel(security.email.new).fill(email);
  await page.getByRole("button", { name: security.email.submit }).click();
  await expect(page.getByText(security.email.asked.title)).toBeVisible();

  const sides = [
    { to: person.email, template: "change-email-confirm-old", said: accounts.checkMail.otherAddress.title },
    { to: email, template: "change-email-confirm-new", said: accounts.checkMail.addressChanged.title },
  ];
  for (const { said, ...mail } of sides) {
    const { path } = await behind<Mail>({ do: "mail", ...mail });
    await open(page, path);
    await page.getByRole("button", { name: accounts.changeEmail.submit }).click();
    await expect(page.getByRole("heading", { level: 1, name: said })).toBeVisible();
  }
  await context.clearCookies();
  await signInWith(page, { ...person, email });
  await isIn(page);
});

test("an invitation is accepted with a name and a password", async ({ page, behind }) => {
  const email = anAddress();
  await behind({ do: "invite", email });
  const { path } = await behind<Mail>({ do: "mail", to: email, template: "invitation" });
  await open(page, path);
  await page.getByLabel(accounts.register.name).fill("Charles Babbage");
  await page.getByLabel(accounts.password.new).fill(newPassword);
  await page.getByRole("button", { name: accounts.invitation.submit }).click();
  await isIn(page);
  await open(page, path);
  await expect(page.getByText(accounts.invitation.closed.why)).toBeVisible();
});

test("another browser that is signed out is out at its next request", async ({
  page,
  browser,
  baseURL,
  behind,
}) => {
  const person = await behind<Person>({ do: "person" });
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const other = await context.newPage();
  await signInWith(other, person);
  await isIn(other);

  await signInWith(page, person);
  await isIn(page);
  await open(page, "/admin/settings/security");
  await page.getByRole("button", { name: security.sessions.end.label, exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: security.sessions.end.label }).click();
  await expect(page.getByText(security.sessions.end.done)).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await context.close();
});

test("one's password is changed with the present one, and everything is signed out at once", async ({
  page,
  behind,
}) => {
  const person = await behind<Person>({ do: "person" });
  await signInWith(page, person);
  await isIn(page);
  await open(page, "/admin/settings/security");
  await page.getByRole("button", { name: security.password.change }).click();
  await page.getByLabel(security.password.current).fill(person.password);
  await page.getByLabel(security.password.new).fill(newPassword);
  await page.getByRole("button", { name: security.password.change }).click();
  await expect(page.getByText("Password changed").first()).toBeVisible();

  await page.getByRole("button", { name: security.sessions.everywhere.label }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: security.sessions.everywhere.label }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signInWith(page, { ...person, password: newPassword });
  await isIn(page);
});
