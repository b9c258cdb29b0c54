import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import type { Operation } from "@/lib/core/operation/operation";
import { locales } from "@/lib/i18n/locales";
import { templateNames } from "@/lib/mail/rules/templates";
import { personalTables } from "@/lib/privacy/personal-tables";
import { registry } from "@/lib/registry";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

const catalogues = { en, de, ar };
const operations = Object.values(registry).flatMap((domain) => Object.values(domain) as Operation[]);

function texts(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) =>
    texts(inner, path ? `${path}.${key}` : key),
  );
}

test.each(locales.map(({ locale }) => locale))(
  "%s has a name for every domain, operation and table of personal data, and words for every refusal",
  (locale) => {
    const known = new Set(texts(catalogues[locale]).map(([path]) => path));
    const wanted = [
      ...operations.flatMap(({ name, refusals = [] }) => [
        `operations.${name}`,
        ...refusals.map((code) => `errors.${code}`),
      ]),
      ...Object.keys(registry).map((domain) => `people.domains.${domain}`),
      ...Object.keys(personalTables).map((table) => `clients.privacy.erasure.tables.${table}`),
    ];
    expect(wanted.filter((path) => !known.has(path))).toEqual([]);
  },
);

test("every mail that the product writes has words and a name", () => {
  const known = new Set(texts(en).map(([path]) => path));
  const wanted = templateNames.flatMap((name) => [`mailbox.templates.${name}`, `mail.texts.${name}.subject`]);
  expect(wanted.filter((path) => !known.has(path))).toEqual([]);
});

test("the languages say the same things, each in its own script", () => {
  const paths = (catalogue: object) => texts(catalogue).map(([path]) => path);
  expect(paths(de)).toEqual(paths(en));
  expect(paths(ar)).toEqual(paths(en));

  const withoutArabic = texts(ar).filter(([, text]) => !/\p{Script=Arabic}/u.test(text));
  expect(withoutArabic.map(([path]) => path)).toEqual(["storefront.product", "setUp.product"]);
});

test("counts are right in every plural form of Arabic", () => {
  const t = createTranslator({ locale: "ar", messages: ar, namespace: "common" });
  const said = [0, 1, 2, 3, 11, 100].map((count) => t("shown", { count }));
  expect(new Set(said).size).toBe(6);
});
