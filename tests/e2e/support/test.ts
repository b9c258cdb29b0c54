import { test as base, expect, type Page } from "@playwright/test";
import { runServerScript } from "@/tests/support/server-script";
import type { Command } from "./behind";
import type { Visited } from "./global-setup";
import type { People, Person } from "./prepare";
import { type Troubles, troublesOf } from "./troubles";

export { expect };

type Fixtures = {
  installation: Visited;
  /** Signs this browser in as one of the company's people. */
  signInAs: (who: keyof People) => Promise<Person>;
  /** Does something behind the browser's back: reads mail, has somebody invited. */
  behind: <Result>(command: Command) => Promise<Result>;
  /** What went wrong behind the page; each test fails on any that it did not take out. */
  troubles: Troubles;
};

/** Playwright's test, for journeys through the running product. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
  installation: async ({}, use) => {
    await use(JSON.parse(process.env.PANEL1_E2E ?? "{}") as Visited);
  },
  baseURL: async ({ installation }, use) => {
    await use(installation.url);
  },
  behind: async ({ installation }, use) => {
    await use(<Result>(command: Command) =>
      runServerScript<Result>("tests/e2e/support/behind.ts", {
        ...installation.environment,
        PANEL1_COMMAND: JSON.stringify(command),
      }),
    );
  },
  troubles: [
    async ({ page }, use) => {
      const troubles = troublesOf(page);
      await use(troubles);
      expect(troubles.all, "console errors, page errors and failed requests").toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ context, installation }, use) => {
    await use(async (who) => {
      const person = installation.people[who];
      await context.addCookies([{ ...person.sessionCookie, url: installation.url }]);
      return person;
    });
  },
});

/** Goes to a page and waits until it is whole: streamed parts included. */
export async function open(page: Page, path: string): Promise<number> {
  const response = await page.goto(path, { waitUntil: "load" });
  await whole(page);
  return response?.status() ?? 0;
}

export async function whole(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
