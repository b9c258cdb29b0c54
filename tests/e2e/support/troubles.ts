import type { Page } from "@playwright/test";

export type Troubles = {
  readonly all: string[];
  /** Takes out what a test brings about on purpose. */
  expect(pattern: RegExp): void;
};

/** Watches a page for what a person does not see: errors of scripts, refusals by the security policy, failed answers. */
export function troublesOf(page: Page): Troubles {
  const all: string[] = [];
  page.on("console", (message) => {
    // A mail's own scripts, and those of whoever looks into its frame, are kept from running: as they should be.
    if (message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
    if (message.type() === "error") all.push(`console at ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => all.push(`script at ${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) all.push(`${response.status()} at ${response.url()}`);
  });
  return {
    all,
    expect(pattern) {
      const rest = all.filter((trouble) => !pattern.test(trouble));
      all.splice(0, all.length, ...rest);
    },
  };
}
