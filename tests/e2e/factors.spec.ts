import type { CDPSession, Page } from "@playwright/test";
import { totpCode } from "@/lib/auth/second-factor/totp-code";
import messages from "@/messages/en.json" with { type: "json" };
import { expectAccessible } from "./support/looks";
import { expect, open, test, whole } from "./support/test";
import { signInWith } from "./support/ways";

const { signIn, secondFactor, passkeys, confirmIdentity, overview } = messages;
const security = "/admin/settings/security";

/** Reads the new authenticator's secret off the page and gives its code. Returns the secret and the recovery codes. */
async function setUpAuthenticator(page: Page) {
  const secret = ((await page.locator("[data-slot=copyable-secret]").first().textContent()) ?? "").trim();
  await expect(page.getByRole("img", { name: secondFactor.setUp.qr })).toBeVisible();
  await page.getByLabel(secondFactor.setUp.code).fill(totpCode(secret, new Date()));
  await page.getByRole("button", { name: secondFactor.setUp.confirm }).click();
  await expect(page.getByText(secondFactor.codes.title)).toBeVisible();
  const recoveryCodes = await page
    .getByRole("listitem")
    .filter({ hasText: /^(?:\w{4}-){5}\w{4}$/ })
    .allTextContents();
  expect(recoveryCodes).toHaveLength(10);
  return { secret, recoveryCodes };
}

/** The code of the next step: the present one was used by the set-up, and counts once. */
const nextCode = (secret: string) => totpCode(secret, new Date(Date.now() + 30_000));

test("an authenticator is set up, asked for at sign-in, and replaced by a recovery code", async ({
  page,
  context,
  behind,
  signInAs,
}) => {
  const person = await signInAs(await behind({ do: "person", name: "Anna Authenticator" }));
  await open(page, security);
  await expectAccessible(page);
  await page.getByRole("button", { name: secondFactor.setUp.start }).click();
  const { secret, recoveryCodes } = await setUpAuthenticator(page);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: secondFactor.codes.download }).click();
  expect((await download).suggestedFilename()).toMatch(/\.txt$/);
  await page.getByRole("button", { name: secondFactor.codes.done }).click();
  await expect(page.getByText(secondFactor.on, { exact: true })).toBeVisible();

  await context.clearCookies();
  await signInWith(page, person);
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await expectAccessible(page);
  await page.getByLabel(signIn.secondFactor.code).fill("000000");
  await page.getByRole("button", { name: signIn.secondFactor.submit }).click();
  await expect(page.getByText(messages.errors.field.code_refused).first()).toBeVisible();
  await page.getByLabel(signIn.secondFactor.code).fill(nextCode(secret));
  await page.getByRole("button", { name: signIn.secondFactor.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();

  await context.clearCookies();
  await signInWith(page, person);
  await page.getByRole("button", { name: signIn.secondFactor.useRecovery }).click();
  await page.getByLabel(signIn.secondFactor.recoveryCode).fill(recoveryCodes[0]?.toUpperCase() ?? "");
  await page.getByRole("button", { name: signIn.secondFactor.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();
});

test("S-28: whom the company asks for a second factor sets one up before anything else", async ({
  page,
  behind,
}) => {
  await signInWith(page, await behind({ do: "account", role: "accountant" }));
  await expect(page).toHaveURL(/\/sign-in\/set-up-factor/);
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/sign-in/);

  await open(page, "/sign-in/set-up-factor");
  await expectAccessible(page);
  await page.getByRole("button", { name: signIn.setUpFactor.begin }).click();
  await setUpAuthenticator(page);
  await page.getByRole("button", { name: secondFactor.codes.done }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await whole(page);
});

/** A fingerprint sensor that always says yes. */
async function virtualAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

test("a passkey is added, signs in, and is removed", async ({ page, context, behind, signInAs }) => {
  await virtualAuthenticator(page);
  await signInAs(await behind({ do: "person", name: "Peter Passkey" }));
  await open(page, security);
  await page.getByRole("button", { name: passkeys.add }).click();
  await page.getByLabel(passkeys.name).fill("Laptop");
  await page.getByRole("button", { name: passkeys.create }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Laptop" })).toBeVisible();

  await context.clearCookies();
  await open(page, "/sign-in");
  const admin = page.getByRole("heading", { level: 1, name: overview.title });
  // Where the browser offers passkeys by itself, this one is taken at once: nothing is left to press.
  const button = page.getByRole("button", { name: signIn.passkey.button });
  await expect(admin.or(button)).toBeVisible();
  if (await button.isVisible()) await button.click({ timeout: 5_000 }).catch(() => {});
  await expect(admin).toBeVisible();

  await open(page, security);
  const line = page.getByRole("listitem").filter({ hasText: "Laptop" });
  await line.getByRole("button", { name: passkeys.remove.labelOf.replace("{name}", "Laptop") }).click();
  await page.getByRole("button", { name: passkeys.remove.confirm }).click();
  await expect(page.getByText(passkeys.empty)).toBeVisible();
});

test("a sensitive action asks who it is, and is then done with nothing lost", async ({
  page,
  behind,
  signInAs,
}) => {
  const stale = await signInAs(await behind({ do: "person", name: "Stella Stale", minutesAgo: 60 }));
  await virtualAuthenticator(page);
  await open(page, security);
  await page.getByRole("button", { name: passkeys.add }).click();
  await page.getByLabel(passkeys.name).fill("Work laptop");
  await page.getByRole("button", { name: passkeys.create }).click();

  const question = page.getByRole("dialog", { name: confirmIdentity.title });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByLabel(confirmIdentity.password).fill("not the password");
  await question.getByRole("button", { name: confirmIdentity.confirm }).click();
  await expect(question.getByText(messages.errors.field.password_wrong)).toBeVisible();
  await question.getByLabel(confirmIdentity.password).fill(stale.password);
  await question.getByRole("button", { name: confirmIdentity.confirm }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Work laptop" })).toBeVisible();

  // Fresh for a while: the next one is not asked for.
  await page.getByRole("button", { name: secondFactor.setUp.start }).click();
  await expect(page.getByRole("img", { name: secondFactor.setUp.qr })).toBeVisible();
});
