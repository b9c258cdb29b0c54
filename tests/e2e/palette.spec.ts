import { expectAccessible } from "./support/looks";
import { expect, open, test } from "./support/test";

test("a record is found from anywhere by the keyboard alone, and again among the recent ones", async ({
  page,
  signInAs,
}) => {
  await signInAs("owner");
  await open(page, "/admin/audit");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Search" });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await expect(palette.getByRole("option", { name: /New client/ })).toBeVisible();
  await expectAccessible(page);

  await field.fill("lovel");
  const found = palette
    .getByRole("group", { name: "Clients" })
    .getByRole("option", { name: /Lovelace|Analytical/ });
  await expect(found.first()).toBeVisible();
  await expect(found.first()).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/clients\/[0-9a-f-]{36}$/);
  await expect(palette).toBeHidden();

  await open(page, "/admin/audit");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("group", { name: "Recent" }).getByRole("option")).toHaveCount(1);
  await field.fill("zzzz");
  await expect(palette.getByText("Nothing fits")).toBeVisible();
  await field.fill("tax rul");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/settings\/tax-rules$/);
});

test("the keys are shown by a question mark, and move through a list", async ({ page, signInAs }) => {
  await signInAs("owner");
  await open(page, "/admin/clients");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("j");
  await expect(page.locator("main [data-slot=row-link]").first()).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").first()).toBeFocused();
});
