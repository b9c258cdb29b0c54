import { randomUUID } from "node:crypto";
import messages from "@/messages/en.json" with { type: "json" };
import { expectAccessible } from "./support/looks";
import { expect, open, test } from "./support/test";
import { arrive, choose, confirm, goToArea, isIn, isTold, signInWith } from "./support/ways";

const { people, shell, accounts, audit, errors, states, operations, security, portal } = messages;
const newPassword = "seven brown bears in a rowing boat";
/** Names of this run, so that widths do not meet each other's people. */
const mark = () => randomUUID().slice(0, 8);

test("a colleague is invited, comes in with the role that was given, and is out the moment they are suspended", {
  tag: "@phone",
}, async ({ page, signInAs, behind, otherBrowser }) => {
  const [name, email] = [`Charles ${mark()}`, `${randomUUID()}@northwind.example`];
  await signInAs(await behind({ do: "person", role: "owner", name: "Grace Murray" }));
  await open(page, "/admin/settings/people");
  await page.getByRole("button", { name: people.invite.label, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByLabel(people.invite.email).fill(email);
  await dialog.getByLabel(people.invite.name, { exact: true }).fill(name);
  await dialog.getByLabel(people.invite.role).selectOption("support");
  await dialog.getByRole("button", { name: people.invite.submit }).click();
  await isTold(page, people.invite.done);
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText(people.roles.support);

  const { path } = await behind({ do: "mail", to: email, template: "invitation" });
  const other = await otherBrowser();
  await open(other, path);
  await other.getByLabel(accounts.register.name).fill(name);
  await other.getByLabel(accounts.password.new).fill(newPassword);
  await other.getByRole("button", { name: accounts.invitation.submit }).click();
  await isIn(other);
  await open(other, "/admin/settings/people");
  await expect(other.getByText(states.refused.title)).toBeVisible();
  await expectAccessible(other);

  await open(page, `/admin/settings/people?search=${encodeURIComponent(name)}`);
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(people.status.ACTIVE);
  await choose(page, people.actions.more.replace("{name}", name), people.actions.suspend.label);
  await page.getByLabel(people.actions.suspend.reason).fill("Left the company");
  await page.getByRole("button", { name: people.actions.suspend.label, exact: true }).click();
  await isTold(page, people.actions.suspend.done);
  await expect(row).toContainText(people.status.SUSPENDED);

  await other.goto("/admin");
  await expect(other).toHaveURL(/\/sign-in/);
  await signInWith(other, { email, password: newPassword });
  await expect(other.getByText(errors.auth.sign_in_refused)).toBeVisible();

  await choose(page, people.actions.more.replace("{name}", name), people.actions.reactivate.label);
  await confirm(page, people.actions.reactivate.label);
  await expect(row).toContainText(people.status.ACTIVE);
  await signInWith(other, { email, password: newPassword });
  await isIn(other);
});

test("a role is made in the matrix, given to somebody, and is all that they may", async ({
  page,
  signInAs,
  behind,
  otherBrowser,
}) => {
  const [role, name] = [`Night watch ${mark()}`, `Nadia ${mark()}`];
  const colleague = await behind({ do: "person", role: "support", name });
  await signInAs(await behind({ do: "person", role: "owner", name: "Grace Murray" }));
  await open(page, "/admin/settings/roles/read_only");
  await page.getByRole("link", { name: people.role.copy, exact: true }).click();
  await arrive(page, people.role.copyOf.replace("{role}", people.roles.read_only));
  await page.getByLabel(people.role.name, { exact: true }).fill(role);
  await page.getByLabel(people.role.purpose, { exact: true }).fill("Watches while others sleep");

  const right = (label: string) => page.getByRole("checkbox", { name: new RegExp(`^${label}`) });
  const books = people.matrix.all.replace("{area}", people.domains.ledger);
  await expect(right(books)).toHaveAttribute("aria-checked", "mixed");
  await right(books).click();
  await right(books).click();
  await expect(right(operations.ledger.entry.list)).not.toBeChecked();
  await page.getByLabel(people.matrix.search).fill(operations.clients.note.create);
  await right(operations.clients.note.create).click();
  await expect(page.getByText(people.matrix.added, { exact: true })).toBeVisible();
  await page.getByLabel(people.matrix.search).fill("");
  await page.getByText(people.matrix.onlyChanges).click();
  await expect(page.getByText(people.matrix.takenAway, { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: people.role.create }).click();
  await arrive(page, people.role.title);
  await expect(page.getByRole("link", { name: role })).toBeVisible();

  await open(page, `/admin/settings/people?search=${encodeURIComponent(name)}`);
  await choose(page, people.actions.more.replace("{name}", name), people.actions.role.label);
  await page.getByRole("dialog").getByLabel(people.actions.role.field).selectOption({ label: role });
  await page.getByRole("button", { name: people.actions.role.submit, exact: true }).click();
  await isTold(page, people.actions.role.done);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText(role);

  const other = await otherBrowser();
  await signInWith(other, colleague);
  await isIn(other);
  await open(other, "/admin/clients");
  await other.goto("/admin/ledger/entries");
  await expect(other.getByText(states.refused.title)).toBeVisible();

  await open(page, "/admin/settings/roles");
  await page.getByRole("link", { name: role }).click();
  await arrive(page, role);
  await expect(page.getByText(name)).toBeVisible();
  await expect(page.getByRole("button", { name: people.role.delete.label })).toBeDisabled();
});

test("who acts for two clients switches between them, with the rights that they have at each", {
  tag: "@phone",
}, async ({ page, signInAs, behind, troubles }) => {
  const [first, second] = [`Analytical ${mark()}`, `Difference ${mark()}`];
  const [own, other] = [
    await behind({ do: "client", name: first }),
    await behind({ do: "client", name: second }),
  ];
  const person = await behind({
    do: "person",
    name: "Ada Byron",
    memberships: [
      { clientId: own.id, role: "client_owner" },
      { clientId: other.id, role: "technical_contact" },
    ],
  });
  await signInAs(person);
  await open(page, "/portal");
  if ((await page.getByText(first).count()) === 0) await switchTo(first);
  await goToArea(page, shell.areas.people);
  await arrive(page, people.members.title);
  await expect(page.getByText(person.email)).toBeVisible();
  await expectAccessible(page);

  await switchTo(second);
  await expect(page.getByText(second).first()).toBeVisible();
  await expect(page.getByText(first)).toHaveCount(0);
  await page.goto("/portal/people");
  await expect(page.getByText(states.refused.title)).toBeVisible();
  troubles.expect(/portal\/people.*403/);

  async function switchTo(name: string) {
    await choose(page, shell.account.replace("{name}", person.name), shell.switchClient);
    await arrive(page, people.switch.title);
    await expectAccessible(page);
    await page.getByRole("button", { name: people.switch.goTo.replace("{name}", name) }).click();
    await arrive(page, portal.welcome.replace("{name}", person.name));
  }
});

test("staff act as a client's person: seen all the time, for a reason and for a time, and on record under both names", {
  tag: "@phone",
}, async ({ page, signInAs, behind, otherBrowser }) => {
  const [clientName, name, staffName] = [`Harvard ${mark()}`, `Howard ${mark()}`, `Grace ${mark()}`];
  const client = await behind({ do: "client", name: clientName });
  const person = await behind({
    do: "person",
    name,
    memberships: [{ clientId: client.id, role: "client_owner" }],
  });
  await signInAs(await behind({ do: "person", role: "owner", name: staffName }));
  const reason = `Ticket ${mark()}`;
  await begin();
  const banner = page.getByRole("region", { name: shell.impersonation.label });
  await expect(banner).toContainText(`${staffName} acts as ${name}`);
  await expect(banner).toContainText(reason);
  await expect(banner.getByRole("timer")).toHaveText("15 minutes left");
  await expectAccessible(page);

  await goToArea(page, shell.areas.security);
  await arrive(page, security.title);
  await expect(banner).toBeVisible();
  await page.getByRole("button", { name: security.password.change }).click();
  await page.getByLabel(security.password.current).fill(person.password);
  await page.getByLabel(security.password.new).fill(newPassword);
  await page.getByRole("button", { name: security.password.change }).click();
  await expect(page.getByText(errors.core.impersonating)).toBeVisible();

  await open(page, "/portal/profile");
  await page.getByRole("button", { name: messages.clients.contacts.add }).click();
  await page.getByLabel(messages.clients.contacts.name, { exact: true }).fill("Robert Campbell");
  await page.getByLabel(messages.clients.contacts.email, { exact: true }).fill("robert@example.com");
  await page.getByRole("button", { name: messages.common.save, exact: true }).click();
  await expect(page.getByText("robert@example.com")).toBeVisible();
  await banner.getByRole("button", { name: shell.impersonation.end }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/clients/${client.id}$`));
  await arrive(page, clientName);
  await expect(banner).toHaveCount(0);

  await open(page, `/admin/audit?isImpersonated=true&actor=${encodeURIComponent(name)}`);
  const line = page.getByRole("listitem").filter({ hasText: operations.clients.contact.create });
  const bothNames = audit.byAs.replace("{by}", staffName).replace("{as}", name);
  await expect(line).toContainText(bothNames);
  await line.locator("summary").click();
  await expect(line.getByText("robert@example.com")).toBeVisible();
  await expectAccessible(page);

  const theirs = await otherBrowser(person);
  await open(theirs, "/portal/security");
  await expect(theirs.getByText(reason)).toBeVisible();
  await expect(theirs.getByText(staffName)).toBeVisible();

  await begin();
  await behind({ do: "runOut", userId: person.id });
  await page.goto("/portal");
  await expect(page).toHaveURL(/\/sign-in/);

  async function begin() {
    await open(page, `/admin/clients/${client.id}?tab=people`);
    await choose(page, people.actions.more.replace("{name}", name), people.actions.impersonate.label);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: people.actions.impersonate.submit }).click();
    await expect(dialog.getByText(errors.fields.reason.too_small)).toBeVisible();
    await dialog.getByLabel(people.actions.impersonate.reason).fill(reason);
    await dialog.getByLabel(people.actions.impersonate.minutes).selectOption("15");
    await dialog.getByRole("button", { name: people.actions.impersonate.submit }).click();
    await arrive(page, portal.welcome.replace("{name}", name));
  }
});

test("the audit log is filtered, checked against tampering, and saved as a file", async ({
  page,
  signInAs,
}) => {
  await signInAs("owner");
  await open(page, "/admin");
  await goToArea(page, shell.areas.audit);
  await arrive(page, audit.title);
  await page.getByRole("combobox", { name: audit.area, exact: true }).selectOption("ledger.");
  await expect(page).toHaveURL(/operation=ledger/);
  await arrive(page, audit.title);
  const lines = page.getByRole("list", { name: audit.title }).getByRole("listitem");
  await expect(lines.first()).toContainText(operations.ledger.entry.reverse);
  await page.getByRole("link", { name: audit.verify }).click();
  await expect(page.getByText(audit.chain.intact.title)).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: audit.export.label }).click();
  expect((await download).suggestedFilename()).toBe("audit-log.csv");
  await expect(page.getByRole("button", { name: audit.export.label })).toBeEnabled();
});
