import messages from "@/messages/en.json" with { type: "json" };
import { expectAccessible } from "./support/looks";
import { expect, open, test, whole } from "./support/test";
import { arrive, confirm, isTold } from "./support/ways";

const { mailbox, errors, mail } = messages;

test("the owner sends a test, follows it, and reads it in both looks and as text", async ({
  page,
  signInAs,
  installation,
}) => {
  const owner = await signInAs("owner");
  await open(page, "/admin/settings/mail");
  await page.getByRole("button", { name: mailbox.test.label }).click();
  await isTold(page, mailbox.test.done.replace("{address}", owner.email));

  const subject = mail.texts.test.subject.replace("{companyName}", installation.companyName);
  await open(page, "/admin/mail");
  await page.getByRole("link", { name: subject }).first().click();
  await arrive(page, subject);
  // Durable work has taken it, or does so in a moment.
  await expect(async () => {
    await page.reload();
    // The state beside the subject, and when among the details.
    await expect(page.getByText(mailbox.state.SENT, { exact: true })).toHaveCount(2, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page);

  const frame = page.frameLocator(`iframe[title="${subject}"]`);
  await expect(frame.getByRole("heading", { name: mail.texts.test.heading })).toBeVisible();
  await page.getByRole("button", { name: mailbox.preview.dark }).click();
  await expect(frame.getByRole("heading", { name: mail.texts.test.heading })).toBeVisible();
  await page.getByRole("button", { name: mailbox.preview.text }).click();
  await expect(page.locator("pre")).toContainText(mail.texts.test.heading);
});

test("a mail with a link that gives access is shown to the owner who asks, and to nobody else", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("owner");
  await open(page, "/admin/mail?template=reset-password&search=ada@example.com");
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page).toHaveURL(/\/admin\/mail\/[0-9a-f-]{36}$/);
  await whole(page);
  const address = page.url();
  await expect(page.locator("iframe")).toHaveCount(0);
  await page.getByRole("button", { name: mailbox.reveal.label }).click();
  await page.getByRole("button", { name: mailbox.preview.text }).click();
  await expect(page.locator("pre")).toContainText("/reset-password/");

  await context.clearCookies();
  await signInAs("readOnly");
  await open(page, new URL(address).pathname);
  await expect(page.getByText(mailbox.body.notYours)).toBeVisible();
  await expect(page.getByRole("button", { name: mailbox.reveal.label })).toHaveCount(0);
});

test("words of a template are changed with a preview, refused with an unknown variable, and taken back", async ({
  page,
  signInAs,
}, { project }) => {
  // Each width changes words of its own.
  const template = project.name === "phone" ? "password-changed" : "account-locked";
  const address = `/admin/settings/mail-templates/${template}/en`;
  await signInAs("owner");
  await open(page, address);
  const heading = page.getByLabel(mailbox.editor.heading, { exact: true });
  const frame = page.frameLocator(`iframe[title="${mailbox.editor.preview}"]`);

  await heading.fill("Take a break, {{name}}");
  await expect(frame.getByRole("heading", { name: "Take a break, Ada Lovelace" })).toBeVisible();
  await page.getByRole("button", { name: mailbox.editor.save }).click();
  await expect(page.getByText(mailbox.templatePages.own, { exact: true })).toBeVisible();
  await expectAccessible(page);

  await heading.fill("{{constructor}}");
  await page.getByRole("button", { name: mailbox.editor.save }).click();
  await expect(page.getByText(errors.field.unknown_variable)).toBeVisible();
  await heading.fill("Take a break, {{name}}");

  await open(page, address);
  await page.getByRole("button", { name: mailbox.reset.label }).click();
  await confirm(page, mailbox.reset.label);
  await expect(page.getByText(mailbox.templatePages.usual, { exact: true })).toBeVisible();
  await expect(heading).toHaveValue(mail.texts[template].heading);
});

test("a mail server without an address is refused at its field, and nothing that was typed is lost", async ({
  page,
  signInAs,
}) => {
  await signInAs("owner");
  await open(page, "/admin/settings/mail");
  await page.getByLabel(mailbox.settings.fromName, { exact: true }).fill("Northwind Support");
  await page.getByLabel(mailbox.facts.transport, { exact: true }).selectOption("smtp");
  await page.getByRole("button", { name: mailbox.settings.save }).click();
  await expect(page.getByText(errors.mail.settings_incomplete)).toBeVisible();
  await expect(page.getByText(errors.field.invalid_type)).toBeVisible();
  await expect(page.getByLabel(mailbox.settings.fromName, { exact: true })).toHaveValue("Northwind Support");
});
