import messages from "@/messages/en.json" with { type: "json" };
import { crawl, routesBelow } from "./support/crawl";
import {
  expectAccessible,
  expectAccessibleInBoth,
  expectLanguage,
  expectNoSidewaysScroll,
  expectTranslated,
} from "./support/looks";
import { expect, open, test } from "./support/test";

// A trace of every page would take longer than the visit.
test.use({ trace: "off" });

test.describe("every page that the owner reaches by links", () => {
  test.setTimeout(600_000);

  test("is accessible, and fits the screen", async ({ page, signInAs }) => {
    await signInAs("owner");
    // In one colour scheme: the whole in both takes longer than a run may.
    const visited = await crawl(page, "/admin", async () => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await expectTranslated(page);
      await expectLanguage(page, "en", "ltr");
    });

    // The platform's pages are not there for a company: platform.spec.ts visits them.
    const unreached = routesBelow("app/admin").filter(
      ({ route, pattern }) =>
        !route.startsWith("/admin/platform") && !visited.some((path) => pattern.test(path)),
    );
    expect(unreached.map(({ route }) => route)).toEqual([]);
  });

  for (const { who, lang, dir, title } of [
    { who: "arabicOwner", lang: "ar", dir: "rtl", title: "is whole in Arabic, from right to left" },
    { who: "germanOwner", lang: "de", dir: "ltr", title: "is whole in German" },
  ] as const) {
    test(title, async ({ page, signInAs }) => {
      await signInAs(who);
      await crawl(page, "/admin", async () => {
        await expectLanguage(page, lang, dir);
        await expectTranslated(page);
        await expectNoSidewaysScroll(page);
      });
    });
  }
});

test("every page that a client reaches is accessible and is theirs", async ({ page, signInAs }) => {
  await signInAs("client");
  const visited = await crawl(page, "/portal", async () => {
    await expectAccessibleInBoth(page);
    await expectTranslated(page);
    await expectNoSidewaysScroll(page);
  });
  expect(visited.filter((path) => path.startsWith("/admin"))).toEqual([]);
});

test("someone who may only read is led to no page that refuses them", async ({ page, signInAs }) => {
  await signInAs("readOnly");
  await crawl(page, "/admin", async () => {
    await expect.soft(page.getByText(messages.states.refused.title)).toHaveCount(0);
    await expectTranslated(page);
  });
});

test("a visitor finds accessible pages", async ({ page, troubles }) => {
  for (const path of ["/", "/sign-in", `/setup/${"A".repeat(43)}`, "/nothing-here"]) {
    const status = await open(page, path);
    expect(status, path).toBe(path === "/nothing-here" ? 404 : 200);
    await expectAccessibleInBoth(page);
    await expectTranslated(page);
    await expectNoSidewaysScroll(page);
  }
  troubles.expect(/nothing-here.*404/);
});

test.describe("a visitor whose browser asks for Arabic", () => {
  test.use({ locale: "ar-EG" });

  test("is answered in Arabic, from right to left", async ({ page }) => {
    for (const path of ["/", "/sign-in"]) {
      await open(page, path);
      await expectLanguage(page, "ar", "rtl");
      await expectTranslated(page);
      await expectAccessibleInBoth(page);
    }
  });
});
