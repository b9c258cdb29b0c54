import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { untranslated } from "@/tests/support/untranslated";

/** Accessible by every rule that axe knows. For what a journey passes: dialogs, forms that were refused, pages without a link. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, {}, "these");
}

/** The same in light colours and in dark ones. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolation(page, {}, "light");
  // Only the colours are others.
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await expectNoViolation(page, { runOnly: ["color-contrast"] }, "dark");
}

type Axe = typeof axe;

/** axe is put into a page once. What stands in frames are mails, which are none of the product's pages. */
async function expectNoViolation(page: Page, options: RunOptions, colours: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (given) => {
      const { axe: loaded } = window as unknown as { axe: Axe };
      const { violations } = await loaded.run(document, given);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
      );
    },
    { ...options, iframes: false, resultTypes: ["violations"] } satisfies RunOptions,
  );
  expect.soft(found, `${new URL(page.url()).pathname} in ${colours} colours`).toEqual([]);
}

/** A text that a language lacks is shown as its key. */
export async function expectTranslated(page: Page): Promise<void> {
  const found = untranslated(await page.locator("body").innerText());
  expect.soft(found, new URL(page.url()).pathname).toEqual([]);
}

export async function expectLanguage(page: Page, lang: string, dir: "ltr" | "rtl"): Promise<void> {
  const { pathname } = new URL(page.url());
  const html = page.locator("html");
  expect.soft(await html.getAttribute("lang"), pathname).toBe(lang);
  expect.soft(await html.getAttribute("dir"), pathname).toBe(dir);
}

/** Nothing is wider than the screen: a page never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, new URL(page.url()).pathname).toBeLessThanOrEqual(0);
}
