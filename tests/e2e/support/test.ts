import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { AnswerTo, Command } from "./behind";
import type { Visited } from "./global-setup";
import type { People } from "./prepare";
import type { Person } from "./signed-in";
import { type Troubles, troublesOf } from "./troubles";

export { expect };

type Fixtures = {
  installation: Visited;
  /** Makes this browser that of one of the company's people, by the cookie of a session; of those with a name, of a fresh one. */
  signInAs: (who: keyof People | Person) => Promise<Person>;
  /** Another browser, of somebody who has signed in, or of a visitor. */
  otherBrowser: (person?: Person) => Promise<Page>;
  /** Has something done behind the browser's back: mail read, a person brought into being. */
  behind: <Given extends Command>(command: Given) => Promise<AnswerTo<Given>>;
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
    await use(async (command) => {
      const answer = await fetch(installation.behind, { method: "POST", body: JSON.stringify(command) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    });
  },
  troubles: [
    async ({ page }, use) => {
      const troubles = troublesOf(page);
      await use(troubles);
      expect(troubles.all, "console errors, page errors and failed requests").toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ context, installation, behind }, use) => {
    const { tenantId, people } = installation;
    await use(async (who) => {
      const person = typeof who === "string" ? await behind({ do: "enter", tenantId, ...people[who] }) : who;
      await become(context, person, installation.url);
      return person;
    });
  },
  otherBrowser: async ({ browser, installation }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext({ baseURL: installation.url });
      contexts.push(context);
      if (person) await become(context, person, installation.url);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

async function become(context: BrowserContext, person: Person, url: string): Promise<void> {
  await context.addCookies([{ ...person.sessionCookie, url }]);
}

/** Goes to a page and waits until it is whole: streamed parts included. */
export async function open(page: Page, path: string): Promise<number> {
  const response = await page.goto(path, { waitUntil: "load" });
  await whole(page);
  return response?.status() ?? 0;
}

/** All parts are there, and alive: what is pressed before the page's script has taken over could be lost. */
export async function whole(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(async () => expect(await page.evaluate(lifeless)).toBe(0)).toPass({
    intervals: [50, 100, 250],
    timeout: 15_000,
  });
}

/** How many controls React does not know yet. */
function lifeless(): number {
  const controls = document.querySelectorAll("button, form, select, textarea, input:not([type=hidden])");
  const isAlive = (control: Element) => Object.keys(control).some((key) => key.startsWith("__reactProps"));
  return [...controls].filter((control) => !isAlive(control)).length;
}
