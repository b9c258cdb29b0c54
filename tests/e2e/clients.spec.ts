import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { expectAccessible } from "./support/looks";
import { expect, open, test, whole } from "./support/test";
import { arrive, confirm, follow, goToArea, isTold } from "./support/ways";

const { clients, common, shell } = messages;
const { form, address, contacts, notes, files, fields, merge, privacy, requests } = clients;
/** Names of this run, so that widths do not meet each other's clients. */
const mark = () => randomUUID().slice(0, 8);

test("a client is written down as its country writes addresses, with a question of one's own, and found by anything", async ({
  page,
  signInAs,
}) => {
  const [name, tag, key] = [`Acme ${mark()}`, `vip-${mark()}`, `q_${mark()}`];
  const question = `Which rack ${key}?`;
  await signInAs("owner");
  await open(page, "/admin/settings/custom-fields");
  await page.getByLabel(fields.key, { exact: true }).fill(key);
  await page.getByLabel(fields.labelIn.replace("{language}", "English")).fill(question);
  await page.getByRole("button", { name: fields.add }).click();
  await expect(page.getByRole("listitem").filter({ hasText: question })).toBeVisible();

  await goToArea(page, shell.areas.clients);
  await arrive(page, clients.title);
  await follow(page, clients.new, clients.new);
  await page.getByLabel(form.name, { exact: true }).fill("Grace Brewster");
  await page.getByLabel(form.companyName).fill(name);
  await page.getByLabel(form.email).fill("accounts@acme.example");
  await page.getByLabel(form.phone).fill("+1 212 736 5000");
  await page.getByLabel(address.country).selectOption("US");
  await page.getByLabel(address.line1).fill("350 Fifth Avenue");
  await page.getByLabel(address.city).fill("New York");
  await page.getByLabel(address.region.state).selectOption({ label: "New York" });
  const zip = page.getByLabel(address.postal.zip);
  await zip.fill("ten thousand");
  const tags = page.getByRole("combobox", { name: clients.tags.label });
  await tags.fill(tag);
  await tags.press("Enter");
  await page.getByLabel(question).fill("Row 3, rack 12");
  await page.getByRole("button", { name: form.create }).click();
  await expect(page.getByText(messages.errors.field.postal_code)).toBeVisible();
  await expectAccessible(page);
  await zip.fill("10118");
  await page.getByRole("button", { name: form.create }).click();

  await arrive(page, name);
  await expect(page.getByRole("main")).toContainText("New York, NY 10118");
  await expect(page.getByText("Row 3, rack 12")).toBeVisible();
  await expectAccessible(page);

  await open(page, "/admin/clients");
  const search = page.getByRole("searchbox", { name: clients.search });
  for (const words of [tag, `${name} brewster`, "2127365000"]) {
    await search.fill(words);
    await search.press("Enter");
    await expect(page).toHaveURL(new RegExp(`search=${encodeURIComponent(words).replaceAll("%20", "[+]")}`));
    await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  }
  await open(page, `/admin/clients?tag=${tag}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: clients.exportCsv }).click();
  const table = await contentOf(await download);
  expect(table).toContain(name);
  expect(table.trim().split("\r\n")).toHaveLength(2);
});

test("what is known of a client is kept with it: contacts, notes and files", async ({
  page,
  signInAs,
  behind,
  otherBrowser,
}) => {
  const name = `Kept ${mark()}`;
  const { id } = await behind({ do: "client", name });
  await signInAs("owner");
  await open(page, `/admin/clients/${id}`);
  await tab(page, clients.tabs.contacts);
  await page.getByRole("button", { name: contacts.add }).click();
  await page.getByLabel(contacts.name, { exact: true }).fill("Robert Campbell");
  await page.getByLabel(contacts.email, { exact: true }).fill("robert@example.com");
  await page.getByRole("checkbox", { name: contacts.mails.invoice }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: common.save, exact: true }).click();
  const line = page.getByRole("listitem").filter({ hasText: "robert@example.com" });
  await expect(line).toContainText(`${contacts.mails.general} · ${contacts.mails.invoice}`);

  await tab(page, clients.tabs.notes);
  await page.getByLabel(notes.label).fill("Calls on Fridays.");
  await page.getByRole("button", { name: notes.add }).click();
  const note = page.getByRole("listitem").filter({ hasText: "Calls on Fridays." });
  await note.getByRole("button", { name: notes.pin, exact: true }).click();
  await expect(note.getByLabel(notes.pinned, { exact: true })).toBeVisible();
  await note.getByRole("button", { name: notes.delete }).click();
  await expect(note).toHaveCount(0);
  await page.getByRole("button", { name: notes.undo }).click();
  await expect(note).toBeVisible();
  await expectAccessible(page);

  await tab(page, clients.tabs.files);
  const file = { name: "contract.txt", mimeType: "text/plain", buffer: Buffer.from("We agree.") };
  await page.locator("input[type=file]").setInputFiles(file);
  await isTold(page, files.added.replace("{name}", file.name));
  await page.getByRole("button", { name: files.show }).click();
  await expect(page.getByRole("button", { name: files.hide })).toBeVisible();
  await expectAccessible(page);

  const person = await behind({
    do: "person",
    memberships: [{ clientId: id, role: "client_owner" }],
  });
  const theirs = await otherBrowser(person);
  await open(theirs, "/portal/profile");
  await expect(theirs.getByText("Calls on Fridays.")).toHaveCount(0);
  for (const browser of [page, theirs]) {
    const download = browser.waitForEvent("download");
    await browser.getByRole("link", { name: file.name }).click();
    expect(await contentOf(await download)).toBe("We agree.");
  }
});

test("two records of one client become one, and the old address leads to it", async ({
  page,
  signInAs,
  behind,
}) => {
  const [twin, stays] = [`Twin ${mark()}`, `Stays ${mark()}`];
  const from = await behind({ do: "client", name: twin });
  const into = await behind({ do: "client", name: stays });
  await signInAs(await behind({ do: "person", role: "owner" }));
  await open(page, `/admin/clients/${from.id}`);
  await follow(page, merge.open, merge.chooseTitle.replace("{name}", twin));
  const search = page.getByRole("searchbox", { name: merge.search });
  await search.fill(stays);
  await search.press("Enter");
  await page.getByRole("link", { name: stays }).click();
  await arrive(page, merge.title.replace("{from}", twin).replace("{into}", stays));
  await expectAccessible(page);
  await page.getByRole("button", { name: merge.merge }).click();
  await page.getByRole("alertdialog").getByLabel(merge.type.replace("{name}", twin)).fill(twin);
  await confirm(page, merge.merge);
  await expect(page).toHaveURL(new RegExp(`/admin/clients/${into.id}$`));
  await page.goto(`/admin/clients/${from.id}`);
  await expect(page).toHaveURL(new RegExp(`/admin/clients/${into.id}$`));
  await arrive(page, stays);
});

test("a person takes along what is held of them, agrees to offers and takes it back, and is forgotten", async ({
  page,
  signInAs,
  behind,
  otherBrowser,
}) => {
  const name = `Forgetful ${mark()}`;
  const client = await behind({ do: "client", name: `Of ${name}` });
  const person = await behind({
    do: "person",
    name,
    memberships: [{ clientId: client.id, role: "client_owner" }],
  });
  await signInAs(person);
  await open(page, "/portal");
  await goToArea(page, shell.areas.profile);
  await arrive(page, shell.areas.profile);
  await expectAccessible(page);
  await page.getByRole("button", { name: privacy.consent.give, exact: true }).click();
  await expect(page.getByText(privacy.consent.given)).toBeVisible();
  await page.getByRole("button", { name: privacy.consent.withdraw, exact: true }).click();
  await expect(page.getByText(privacy.consent.notGiven)).toBeVisible();

  await page.getByRole("button", { name: privacy.export.ask }).click();
  await isTold(page, privacy.export.asked);
  await behind({ do: "mail", to: person.email, template: "data-export-ready" });
  await open(page, "/portal/profile");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: privacy.export.fetch }).click();
  expect((await contentOf(await download)).startsWith("PK")).toBe(true);

  await page.getByRole("button", { name: privacy.erasure.ask, exact: true }).click();
  await confirm(page, privacy.erasure.ask);
  await isTold(page, privacy.erasure.asked);

  const staff = await otherBrowser(await behind({ do: "person", role: "owner" }));
  await open(staff, "/admin/privacy");
  const request = staff.getByRole("listitem").filter({ hasText: name });
  await request.getByRole("link", { name: requests.look }).click();
  await expect(staff.getByText(privacy.erasure.tables.users, { exact: true })).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: privacy.erasure.erase }).click();
  await staff.getByRole("alertdialog").getByLabel(privacy.erasure.type.replace("{name}", name)).fill(name);
  await confirm(staff, privacy.erasure.erase);
  await isTold(staff, privacy.erasure.erased);
  await open(staff, "/admin/privacy");
  await expect(staff.getByText(name)).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});

async function tab(page: Page, name: string) {
  await page
    .getByRole("navigation", { name: clients.tabs.label })
    .getByRole("link", { name, exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await whole(page);
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}
