// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noUntranslatedText } from "./no-untranslated-text";

const page = "app/admin/clients/page.tsx";
const part = (markup: string) => `export const Part = () => ${markup};`;

test.each([
  ["text in markup", "<p>Save changes</p>"],
  ["text in another script", "<p>حفظ</p>"],
  ["a literal in braces", '<p>{"Save"}</p>'],
  ["an arm of a condition", '<p>{isNew ? "Create" : t("save")}</p>'],
  ["a fallback", '<p>{client.name ?? "Unknown"}</p>'],
  ["a template with words", "<p>{`${count} clients`}</p>"],
  ["a title", '<Dialog title="Delete client" />'],
  ["a label for screen readers", '<button aria-label="Close" />'],
  ["a placeholder", '<input placeholder={"Search"} />'],
  ["an alternative text", '<img alt="Company logo" src={logo} />'],
])("%s is refused", (_, markup) => {
  expect(findingsIn(noUntranslatedText, page, part(markup))).toEqual(["1 no-untranslated-text"]);
});

test("the fixed title of a page is refused", () => {
  expect(findingsIn(noUntranslatedText, page, 'export const metadata = { title: "Clients" };')).toHaveLength(
    1,
  );
});

test.each([
  ["a message", '<p title={t("title")}>{t("save")}</p>'],
  ["digits and marks", "<p>{count} · 42 / 100 % &nbsp; –</p>"],
  ["the product's name", "<p>Panel1</p>"],
  ["code", "<pre>npm start</pre>"],
  ["an empty alternative text", '<img alt="" src={logo} />'],
  ["attributes that nobody reads", '<input name="email" type="email" autoComplete="username" />'],
  ["a comparison", '<p>{status === "ISSUED" && <Badge />}</p>'],
])("%s passes", (_, markup) => {
  expect(findingsIn(noUntranslatedText, page, part(markup))).toEqual([]);
});

test("tests and code below the pages are not looked at", () => {
  expect(findingsIn(noUntranslatedText, "components/ui/button.test.tsx", part("<p>Save</p>"))).toEqual([]);
  expect(findingsIn(noUntranslatedText, "lib/mail/layout.tsx", part("<p>Save</p>"))).toEqual([]);
});
