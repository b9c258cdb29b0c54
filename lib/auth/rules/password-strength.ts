/** What zxcvbn must make of a new password, from 0 to 4: "safely unguessable". */
export const leastScore = 3;

/** So much of a password is rated: the rest makes it no weaker, and rating takes time that grows faster than the text. */
export const ratedLength = 64;

/** Words that everybody would try here, whoever the person is: the product and its trade. */
const wordsOfTheTrade = [
  "panel1",
  "panel",
  "hosting",
  "webhosting",
  "server",
  "domain",
  "password",
  "passwort",
];

/**
 * Whether little is left of a password once the words of its context are taken out: the person's name and address, the company's
 * names and hosts, and those of the trade. Words of fewer than four letters are left alone.
 */
export function isMadeOfContext(password: string, context: readonly string[]): boolean {
  const words = [...context, ...wordsOfTheTrade]
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), password.toLowerCase());
  return rest.length < password.length && rest.replace(/[^\p{L}]/gu, "").length < 4 && rest.length < 8;
}
