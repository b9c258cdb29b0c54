import { randomUUID } from "node:crypto";
import messages from "@/messages/en.json" with { type: "json" };
import { expectAccessible } from "./support/looks";
import { expect, open, test } from "./support/test";
import { arrive, confirm, follow, isIn, isTold, signInWith } from "./support/ways";

const { signIn, accounts, security, overview, errors } = messages;
const newPassword = "seven brown bears in a rowing boat";
const anAddress = () => `${randomUUID()}@northwind.example`;

test("somebody registers, confirms the address by mail, and is in the portal", async ({ page, behind }) => {
  const email = anAddress();
  await open(page, "/register");
  await expectAccessible(page);
  await page.getByRole("radio", { name: accounts.register.company }).click();
  await page.getByLabel(accounts.register.companyName, { exact: true }).fill("Analytical Engines Ltd");
  await page.getByLabel(accounts.register.name).fill("Ada Lovelace");
  await page.getByLabel(accounts.register.email).fill(email);
  await page.getByLabel(accounts.register.country).selectOption("GB");
  await expect(page.getByLabel(accounts.register.currency)).toHaveValue("GBP");

  await page.getByRole("button", { name: accounts.register.submit }).click();
  await expect(page.getByText(errors.fields.acceptsTerms.invalid_value)).toBeVisible();
  await page.getByRole("checkbox").click();
  await page.getByRole("button", { name: accounts.register.submit }).click();
  await arrive(page, accounts.checkMail.registration.title);

  const { path } = await behind({ do: "mail", to: email, template: "verify-email" });
  await open(page, path);
  await expectAccessible(page);
  const password = page.getByLabel(accounts.password.new);
  await password.fill("analyticalengines");
  await page.getByRole("button", { name: accounts.confirm.submit }).click();
  await expect(page.getByText(errors.field.password_personal)).toBeVisible();
  await password.fill(newPassword);
  await expect(page.getByText(accounts.password.strength.strong, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: accounts.confirm.submit }).click();
  await expect(page).toHaveURL(/\/portal$/);
  await expect(page.getByText("Analytical Engines Ltd")).toBeVisible();
});

test("a link by mail signs in, once, to the page that was asked for", { tag: "@phone" }, async ({
  page,
  behind,
  otherBrowser,
}) => {
  const { email } = await behind({ do: "person" });
  await open(page, "/admin/clients");
  await follow(page, signIn.link.offer, signIn.link.title);
  await expectAccessible(page);
  await page.getByLabel(signIn.email).fill(email);
  await page.getByRole("button", { name: signIn.link.submit }).click();
  await arrive(page, accounts.checkMail.link.title);
  await expectAccessible(page);

  const { path } = await behind({ do: "mail", to: email, template: "sign-in-link" });
  await open(page, `${path}?next=${encodeURIComponent("/admin/clients")}`);
  await page.getByRole("button", { name: signIn.submit }).click();
  await expect(page).toHaveURL(/\/admin\/clients$/);
  await arrive(page, messages.clients.title);

  const elsewhere = await otherBrowser();
  await open(elsewhere, path);
  await elsewhere.getByRole("button", { name: signIn.submit }).click();
  await expect(elsewhere.getByText(errors.auth.token_unusable)).toBeVisible();
  await expectAccessible(elsewhere);
});

test("a forgotten password is chosen anew by mail", async ({ page, behind }) => {
  const person = await behind({ do: "person" });
  await open(page, "/sign-in");
  await follow(page, signIn.forgotten, accounts.forgot.title);
  await expectAccessible(page);
  await page.getByLabel(signIn.email).fill(person.email);
  await page.getByRole("button", { name: accounts.forgot.submit }).click();
  await arrive(page, accounts.checkMail.reset.title);

  const { path } = await behind({ do: "mail", to: person.email, template: "reset-password" });
  await open(page, path);
  await expectAccessible(page);
  await page.getByLabel(accounts.password.new).fill(newPassword);
  await page.getByRole("button", { name: accounts.reset.submit }).click();
  await expect(page.getByText(signIn.notices.passwordChanged)).toBeVisible();
  await signInWith(page, { ...person, password: newPassword });
  await isIn(page);
});

test("an address is changed when both mailboxes have confirmed it", async ({ page, signInAs, behind }) => {
  const person = await behind({ do: "person" });
  const email = anAddress();
  await signInAs(person);
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
    const { path } = await behind({ do: "mail", ...mail });
    await open(page, path);
    await expectAccessible(page);
    await page.getByRole("button", { name: accounts.changeEmail.submit }).click();
    await arrive(page, said);
  }
  await page.context().clearCookies();
  await signInWith(page, { ...person, email });
  await isIn(page);
});

test("an invitation is accepted with a name and a password, once", { tag: "@phone" }, async ({
  page,
  behind,
}) => {
  const email = anAddress();
  await behind({ do: "invite", email });
  const { path } = await behind({ do: "mail", to: email, template: "invitation" });
  await open(page, path);
  await expectAccessible(page);
  await page.getByLabel(accounts.register.name).fill("Charles Babbage");
  await page.getByLabel(accounts.password.new).fill(newPassword);
  await page.getByRole("button", { name: accounts.invitation.submit }).click();
  await isIn(page);
  await open(page, path);
  await expect(page.getByText(accounts.invitation.closed.why)).toBeVisible();
  await expectAccessible(page);
});

test("another browser that is signed out is out at its next request", { tag: "@phone" }, async ({
  page,
  behind,
  otherBrowser,
}) => {
  const person = await behind({ do: "person" });
  const other = await otherBrowser(person);
  await open(other, "/admin");
  await signInWith(page, person);
  await isIn(page);
  await open(page, "/admin/settings/security");
  await page.getByRole("button", { name: security.sessions.end.label, exact: true }).click();
  await confirm(page, security.sessions.end.label);
  await isTold(page, security.sessions.end.done);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
});

test("one's password is changed with the present one, and everything is signed out at once", async ({
  page,
  signInAs,
  behind,
  otherBrowser,
}) => {
  const person = await behind({ do: "person" });
  const other = await otherBrowser();
  await signInWith(other, person);
  await isIn(other);
  await signInAs(person);
  await open(page, "/admin/settings/security");
  await page.getByRole("button", { name: security.password.change }).click();
  await page.getByLabel(security.password.current).fill(person.password);
  await page.getByLabel(security.password.new).fill(newPassword);
  await page.getByRole("button", { name: security.password.change }).click();
  await isTold(page, /Password changed/);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: security.sessions.everywhere.label }).click();
  await confirm(page, security.sessions.everywhere.label);
  await expect(page).toHaveURL(/\/sign-in/);
  await signInWith(page, { ...person, password: newPassword });
  await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();
});

test("a link that is no link any more says so on a proper page, with the way to another", async ({
  page,
}) => {
  const token = "A".repeat(43);
  const pages = [
    { path: `/reset/${token}`, submit: accounts.reset.submit, again: accounts.reset.another },
    { path: `/register/confirm/${token}`, submit: accounts.confirm.submit, again: accounts.confirm.again },
  ];
  for (const { path, submit, again } of pages) {
    await open(page, path);
    await page.getByLabel(accounts.password.new).fill(newPassword);
    await page.getByRole("button", { name: submit }).click();
    await expect(page.getByText(errors.auth.token_unusable)).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole("link", { name: again })).toBeVisible();
  }
});
