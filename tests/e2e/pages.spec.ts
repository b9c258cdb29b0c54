import { crawl, routesBelow } from "./support/crawl";
import {
  expectAccessibleInBoth,
  expectLanguage,
  expectNoSidewaysScroll,
  expectTranslated,
} from "./support/looks";
import { expect, open, test } from "./support/test";

// A trace of every page would take longer than the visit.
test.use({ trace: "off" });

/**
 * What differs by screen and by colours is looked at in a browser; what every role is shown in every language, crawl.http.test.ts asks
 * without one.
 */
test.describe("every page that the owner reaches by links", () => {
  test.setTimeout(600_000);

  test("is accessible in both colours @desk", async ({ page, signInAs }) => {
    await signInAs("owner");
    const visited = await crawl(page, "/admin", async () => {
      await expectAccessibleInBoth(page);
      await expectNoSidewaysScroll(page);
      await expectTranslated(page);
    });

    // The platform's pages are not there for a company: platform.spec.ts visits them.
    const unreached = routesBelow("app/admin").filter(
      ({ route, pattern }) =>
        !route.startsWith("/admin/platform") &&
        !visited.some((path) => pattern.test(path.split("?")[0] ?? "")),
    );
    expect(unreached.map(({ route }) => route)).toEqual([]);
  });

  test("fits the screen in German, whose words are long, and in Arabic", async ({ page, signInAs }, {
    project,
  }) => {
    const isPhone = project.name === "phone";
    await signInAs(isPhone ? "germanOwner" : "arabicOwner");
    await crawl(page, "/admin", async () => {
      await expectLanguage(page, isPhone ? "de" : "ar", isPhone ? "ltr" : "rtl");
      await expectNoSidewaysScroll(page);
    });
  });
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
