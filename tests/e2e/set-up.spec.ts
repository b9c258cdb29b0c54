import messages from "@/messages/en.json" with { type: "json" };
import { startApp } from "@/tests/support/app-server";
import { expectAccessibleInBoth } from "./support/looks";
import { expect, open, test } from "./support/test";

const { setUp, overview, storefront } = messages;

test("the one-time link leads from an empty database to the owner's overview, once", async ({ page }) => {
  test.slow();
  const app = await startApp();
  try {
    await open(page, `${app.url}/`);
    await expect(page.getByText(storefront.pending.text)).toBeVisible();
    await expectAccessibleInBoth(page);

    await open(page, app.setupUrl as string);
    await expectAccessibleInBoth(page);
    await page.getByLabel(setUp.name, { exact: true }).first().fill("Grace Hopper");
    await page.getByLabel(setUp.email).fill("grace@northwind.example");
    await page.getByLabel(setUp.password).fill("correct horse battery staple");
    await page
      .getByRole("group", { name: setUp.company })
      .getByLabel(setUp.companyName, { exact: true })
      .fill("Northwind Hosting");
    await page.getByLabel(setUp.country).selectOption("GB");
    await expect(page.getByLabel(setUp.currency)).toHaveValue("GBP");
    await page.getByRole("button", { name: setUp.submit }).click();

    await expect(page).toHaveURL(`${app.url}/admin`);
    await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();
    await expect(page.getByText("Grace Hopper").first()).toBeVisible();

    await open(page, app.setupUrl as string);
    await expect(page.getByText(setUp.closed.why)).toBeVisible();
  } finally {
    await app.stop();
  }
});
