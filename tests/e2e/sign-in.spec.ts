import messages from "@/messages/en.json" with { type: "json" };
import { expect, open, test, whole } from "./support/test";
import { isIn, signInWith } from "./support/ways";

const { signIn, shell, errors } = messages;

test("somebody signs in, sees the overview, and signs out", async ({ page, installation }) => {
  const { owner } = installation.people;
  await signInWith(page, owner);
  await expect(page).toHaveURL(/\/admin$/);
  await isIn(page);

  await page.getByRole("button", { name: shell.account.replace("{name}", owner.name) }).click();
  await page.getByRole("menuitem", { name: shell.signOut }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto("/admin");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a wrong password is refused in words that do not tell which half was wrong", async ({
  page,
  installation,
}) => {
  for (const email of [installation.people.owner.email, "nobody@northwind.example"]) {
    await signInWith(page, { email, password: "not the password at all" });
    await expect(page.getByText(errors.auth.sign_in_refused)).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test("a page that needs a person sends to the form, and from there back to the page", async ({
  page,
  installation,
}) => {
  const { owner } = installation.people;
  await open(page, "/admin/clients");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel(signIn.email).fill(owner.email);
  await page.getByLabel(signIn.password, { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: signIn.submit, exact: true }).click();

  await expect(page).toHaveURL(/\/admin\/clients$/);
  await whole(page);
});
