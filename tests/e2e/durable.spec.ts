import messages from "@/messages/en.json" with { type: "json" };
import { type DurableApp, startDurableApp } from "./support/durable-app";
import { expectAccessible, expectNoSidewaysScroll } from "./support/looks";
import { expect, open, test, whole } from "./support/test";

const { durable, overview } = messages;

let work: DurableApp;
test.beforeEach(async ({ installation }) => {
  work = await startDurableApp(installation.durable);
});
test.afterEach(async () => {
  await work.stop();
});

test("a failed run is found from the overview, looked into, retried, and completes before one's eyes", async ({
  page,
  signInAs,
}) => {
  await work.begin();
  await signInAs("owner");
  await open(page, `/admin/durable?state=failed&functionId=${work.functionId}`);
  await expect(page.getByRole("link", { name: work.name, exact: true })).toBeVisible();

  await open(page, "/admin");
  await page.getByRole("link", { name: overview.failedWork.label }).click();
  await expect(page).toHaveURL(/\/admin\/durable\?state=failed$/);
  await whole(page);
  await expect(page.getByRole("link", { name: durable.views.failed }).first()).toBeVisible();
  await page.getByRole("link", { name: work.name, exact: true }).click();

  await expect(page.getByRole("heading", { level: 1, name: work.name })).toBeVisible();
  await expect(page.getByText(durable.state.failed, { exact: true }).first()).toBeVisible();
  await expect(page.getByText("The panel is away").first()).toBeVisible();
  await page.locator("summary", { hasText: "order" }).click();
  await expect(page.getByText('"password": "[masked]"').first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  work.mend();
  await page.getByRole("button", { name: durable.actions.retry.label }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(durable.actions.retry.text);
  await dialog.getByRole("button", { name: durable.actions.retry.label }).click();
  await expect(page.getByText(durable.state.completed, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(durable.payload.output, { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("selected runs are retried together, by the keyboard alone", async ({ page, signInAs }) => {
  for (let n = 0; n < 3; n += 1) await work.begin();
  await signInAs("owner");
  const list = `/admin/durable?functionId=${work.functionId}`;
  await open(page, `${list}&state=failed`);
  const rows = page.locator("main [data-slot=row-link]");
  // The list follows what happens without being loaded anew.
  await expect(rows).toHaveCount(3);

  await page.locator("h1").click();
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  const bar = page.getByRole("region", { name: durable.selection.label });
  await expect(bar.getByRole("status")).toHaveText("3 runs selected");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  work.mend();
  await bar.getByRole("button", { name: "Retry 3" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Retry 3 failed runs?");
  await dialog.getByRole("button", { name: "Retry 3" }).focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(0);

  await open(page, `${list}&state=completed`);
  await expect(rows).toHaveCount(3);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: work.name })).toBeVisible();
});

test("a sleeping run is cancelled, and run again from the beginning", async ({ page, signInAs }) => {
  await work.begin({ sleeps: true });
  await signInAs("owner");
  await open(page, `/admin/durable?functionId=${work.functionId}&state=sleeping`);
  await page.getByRole("link", { name: work.name, exact: true }).click();
  await page.getByRole("button", { name: durable.actions.cancel.label }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: durable.actions.cancel.label }).click();
  await expect(page.getByText(durable.problem.cancelled)).toBeVisible();

  await page.getByRole("button", { name: durable.actions.repeat.label }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: durable.actions.repeat.label }).click();
  await expect(page.getByText(durable.facts.repeats, { exact: true })).toBeVisible();
  await expect(page.getByText(durable.state.sleeping, { exact: true }).first()).toBeVisible();
});

test("someone who may only read sees the run and is offered nothing", async ({ page, signInAs }) => {
  await work.begin();
  await signInAs("readOnly");
  await open(page, `/admin/durable?functionId=${work.functionId}&state=failed`);
  await page.getByRole("link", { name: work.name, exact: true }).click();
  await expect(page.getByText("The panel is away").first()).toBeVisible();
  await expect(page.getByRole("button", { name: durable.actions.retry.label })).toHaveCount(0);
  await expect(page.getByRole("button", { name: durable.actions.repeat.label })).toHaveCount(0);
});
