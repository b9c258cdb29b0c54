import type { Page, TestInfo } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { expect, whole } from "./test";
import { arrive } from "./ways";

const { orders, payments } = messages;

/** Pays on the page of the order, with the test card of this meaning. */
export async function payWith(page: Page, meaning: keyof typeof payments.cards): Promise<void> {
  await page.getByLabel(payments.form.testCard).selectOption(payments.cards[meaning]);
  await page.getByRole("button", { name: start(payments.form.pay) }).click();
}

/** The order that was placed is delivered. */
export async function isServed(page: Page): Promise<void> {
  await expect(page.getByText(orders.placed.ready)).toBeVisible({ timeout: 40_000 });
}

export async function isPlaced(page: Page): Promise<void> {
  await arrive(page, start(orders.placed.title));
}

/** What a message begins with, before its first figure. */
export function start(message: string): RegExp {
  const [first = ""] = message.split("{");
  return new RegExp(`^${first.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

/** Keeps what the page looks like, among the artefacts of the run. */
export async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  await whole(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
}
