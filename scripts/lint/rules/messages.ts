import { type Finding, type House, type HouseRule, isTest } from "../source";
import { needsOf } from "./message-format";
import { messageUses } from "./message-uses";

const source = "en";
const languages = ["en", "de", "ar"];

/**
 * Every language has the same messages with the same arguments and no empty text, and every message that the
 * product asks for exists.
 */
export const messages: HouseRule = {
  name: "messages",
  checkHouse(house) {
    const english = flatten(house.catalogues.get(source));
    const uses = [...house.sources.values()].filter(({ path }) => !isTest(path)).flatMap(messageUses);
    if (uses.length === 0 && house.catalogues.size === 0) return [];

    const missing = languages
      .filter((language) => !house.catalogues.has(language))
      .map((language) => inCatalogue(language, "this language has no messages"));
    const unknown = uses
      .filter(({ key, isPrefix }) => !exists(english, key, isPrefix))
      .map(({ path, line, column, key }) => ({
        path,
        line,
        column,
        rule: "messages",
        message: `no message ${key}`,
      }));

    return [...missing, ...compareLanguages(house, english), ...unknown];
  },
};

function compareLanguages(house: House, english: ReadonlyMap<string, string>): Finding[] {
  return [...house.catalogues].flatMap(([language, catalogue]) => {
    const texts = flatten(catalogue);
    const absent = [...english.keys()].filter((key) => !texts.has(key)).map((key) => `${key} is missing`);
    const wrong = [...texts].flatMap(([key, text]) => {
      const origin = english.get(key);
      if (origin === undefined) return [`${key} is not in ${source}.json`];
      return faultsOf(key, text, origin);
    });
    return [...absent, ...wrong].map((message) => inCatalogue(language, message));
  });
}

function faultsOf(key: string, text: string, origin: string): string[] {
  if (text.trim() === "") return [`${key} is empty`];
  const { names, faults } = needsOf(text);
  const wanted = needsOf(origin).names;
  const differs = names.join() !== wanted.join();

  return [
    ...faults.map((fault) => `${key}: ${fault}`),
    ...(differs ? [`${key} takes {${names.join(", ")}} where ${source} takes {${wanted.join(", ")}}`] : []),
  ];
}

function exists(english: ReadonlyMap<string, string>, key: string, isPrefix: boolean): boolean {
  if (!isPrefix && english.has(key)) return true;
  // t.raw and t.rich may ask for a branch; a key with a computed end asks for something below or beginning so.
  return [...english.keys()].some((known) => known.startsWith(isPrefix ? key : `${key}.`));
}

/** Messages by dotted key. A value that is no text stands as an empty one, which is refused. */
function flatten(catalogue: unknown, prefix = ""): Map<string, string> {
  if (typeof catalogue !== "object" || catalogue === null) return new Map();

  const texts = Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "object" && value !== null) return [...flatten(value, `${prefix}${key}.`)];
    return [[`${prefix}${key}`, typeof value === "string" ? value : ""]];
  });
  return new Map(texts);
}

function inCatalogue(language: string, message: string): Finding {
  return { path: `messages/${language}.json`, line: 1, column: 1, rule: "messages", message };
}
