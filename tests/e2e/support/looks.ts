import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { untranslated } from "@/tests/support/untranslated";

/** Accessible by every rule that axe knows. For what a journey passes: dialogs, forms that were refused, pages without a link. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, new AxeBuilder({ page }), "these");
}

/** The same in light colours and in dark ones. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolation(page, new AxeBuilder({ page }), "light");
  // Only the colours are others.
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await expectNoViolation(page, new AxeBuilder({ page }).withRules("color-contrast"), "dark");
}

async function expectNoViolation(page: Page, axe: AxeBuilder, colours: string): Promise<void> {
  // What a mail says stands in a frame that runs no script: axe would wait for it for ever.
  const { violations } = await axe.exclude("iframe[sandbox]").analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
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
