import { defineConfig, devices } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/support/chromium";

const screen = (width: number, height: number) => ({ viewport: { width, height } });

/** Journeys through the built and running product, on a desk and on a phone. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/journeys",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/journeys.json" }]],
  use: {
    launchOptions: await chromiumLaunchOptions(),
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: { mode: "on", fullPage: true },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], ...screen(1440, 900) } },
    // What differs on a phone: the frame, forms, every page, and every way in and out. The whole takes twice as long as a run may.
    {
      name: "phone",
      grep: /(?:sign-in|pages|factors)\.spec\.ts|@phone/,
      grepInvert: /@desk/,
      use: { ...devices["Pixel 7"], ...screen(390, 844) },
    },
  ],
});
