import type { Page } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import type { Person } from "./signed-in";
import { expect, open, whole } from "./test";

const { signIn, overview, shell } = messages;

/** Signs in at the form. */
export async function signInWith(page: Page, { email, password }: Pick<Person, "email" | "password">) {
  await open(page, "/sign-in");
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: signIn.submit, exact: true }).click();
}

/** Somebody of the staff is in. */
export async function isIn(page: Page) {
  await expect(page.getByRole("heading", { level: 1, name: overview.title })).toBeVisible();
  await whole(page);
}

/** Follows a link to a page, and waits until it is that page: two pages may have a field of the same name. */
export async function follow(page: Page, link: string, title: string) {
  await page.getByRole("link", { name: link, exact: true }).click();
  await arrive(page, title);
}

export async function arrive(page: Page, title: string | RegExp) {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await whole(page);
}

/** Goes to an area by the navigation of this width: beside or above the page, and on a phone in a sheet. */
export async function goToArea(page: Page, area: string) {
  const opener = page.getByRole("button", { name: new RegExp(`^(?:${shell.more}|${shell.menu})$`) });
  const isPhone = await opener.isVisible();
  if (isPhone) await opener.click();
  const around = isPhone
    ? page.getByRole("dialog")
    : page.getByRole("navigation", { name: shell.navigation });
  await around.getByRole("link", { name: area, exact: true }).click();
}

/** Chooses what can be done to somebody or something, from the menu behind a button. */
export async function choose(page: Page, menu: string, item: string) {
  await page.getByRole("button", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Says yes to the question in front of the page. */
export async function confirm(page: Page, deed: string) {
  await page.getByRole("alertdialog").getByRole("button", { name: deed, exact: true }).click();
}

/** A message that appears and goes; screen readers are given it a second time. */
export async function isTold(page: Page, message: string | RegExp) {
  await expect(page.getByText(message).first()).toBeVisible();
}
