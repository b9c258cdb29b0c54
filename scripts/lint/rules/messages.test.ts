// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { aHouse, told } from "../testing";
import { needsOf } from "./message-format";
import { messages } from "./messages";

const all = (catalogue: unknown) => ({ en: catalogue, de: catalogue, ar: catalogue });
const check = (files: Record<string, string>, catalogues: Record<string, unknown>) =>
  told(messages.checkHouse(aHouse(files, catalogues)));

test("a message that one language lacks, or has beyond the others, is refused", () => {
  const en = { billing: { void: "Void", reason: "Reason" } };
  const de = { billing: { void: "Stornieren", grund: "Grund" } };

  expect(check({}, { en, de, ar: en })).toEqual([
    "messages/de.json:1 billing.reason is missing",
    "messages/de.json:1 billing.grund is not in en.json",
  ]);
});

test("an empty message is refused", () => {
  expect(check({}, { ...all({ save: "Save" }), ar: { save: " " } })).toEqual([
    "messages/ar.json:1 save is empty",
  ]);
});

test("a translation with other arguments is refused", () => {
  const en = { due: "{count, plural, one {# day} other {# days}} for {name}" };

  expect(check({}, { ...all(en), de: { due: "{anzahl} Tage für {name}" } })).toEqual([
    "messages/de.json:1 due takes {anzahl, name} where en takes {count, name}",
  ]);
  expect(check({}, { ...all(en), de: { due: "{count} Tage für {name}" } })).toEqual([]);
});

test("a language without a catalogue is refused", () => {
  expect(check({}, { en: {}, de: {} })).toEqual(["messages/ar.json:1 this language has no messages"]);
});

test.each([
  ["a hook", 'const t = useTranslations("billing"); t("gone");'],
  ["a page", 'const Page = async () => { const t = await getTranslations("billing"); return t("gone"); };'],
  [
    "a list of promises",
    'const f = async () => { const [t] = await Promise.all([getTranslations("billing")]); t("gone"); };',
  ],
  [
    "an object of options",
    'const f = async () => { const t = await getTranslations({ locale, namespace: "billing" }); t.rich("gone"); };',
  ],
  ["no namespace", 'const t = useTranslations(); t("billing.gone");'],
  ["an arm of a condition", 'const t = useTranslations("billing"); t(isNew ? "void" : "gone");'],
  ["a computed end", 'const t = useTranslations("billing"); t(`gone${status}`);'],
])("a key that no catalogue has is refused, asked for by %s", (_, text) => {
  expect(check({ "app/page.tsx": text }, all({ billing: { void: "Void" } }))).toEqual([
    "app/page.tsx:1 no message billing.gone",
  ]);
});

test("known keys, keys of a known branch and keys that nobody can see pass", () => {
  const text = [
    'const t = useTranslations("billing");',
    't("void"); t(`refused.${status}`); t.raw("refused"); t(key);',
    'const other = (t: Translator) => t("unseen");',
  ].join("\n");

  expect(
    check({ "app/page.tsx": text }, all({ billing: { void: "Void", refused: { PAID: "Paid" } } })),
  ).toEqual([]);
});

test.each([
  ["Hello {name}", ["name"]],
  ["{count, plural, =0 {none} one {# of {total}} other {# of {total}}}", ["count", "total"]],
  ["{at, date, long} and {amount, number, ::currency/EUR}", ["amount", "at"]],
  ["read <link>the terms</link>", ["link>"]],
  ["it''s a '{'brace'}'", []],
])("the arguments of %s are read", (message, names) => {
  expect(needsOf(message)).toEqual({ names, faults: [] });
});

test.each(["{name", "name}", "{count, plural, one {x}}", "{}"])("the fault of %s is told", (message) => {
  expect(needsOf(message).faults).not.toEqual([]);
});
