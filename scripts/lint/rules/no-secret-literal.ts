import ts from "typescript";
import { everyNode, type FileRule, hasDirective, isIn, isTest } from "../source";

/** Beginnings by which issuers mark their secrets, with something behind them. */
const known =
  /^(?:[sr]k_(?:live|test)_\w{8}|whsec_\w{8}|gh[opsu]_\w{20}|github_pat_\w{8}|xox[abp]-\w{8}|AKIA[0-9A-Z]{12}|AIza[\w-]{30}|re_\w{16}|signkey-[a-z]+-[0-9a-f]{8}|eyJ[\w-]{10,}\.|-----BEGIN [A-Z ]*PRIVATE KEY)/;

/**
 * The source of a server function can leak, so it holds no secret: nothing with a known beginning anywhere in the
 * product, and in "use server" code nothing that looks random either.
 */
export const noSecretLiteral: FileRule = {
  name: "no-secret-literal",
  covers: (path) => !isTest(path) && !isIn(path, "tests", "scripts/lint"),
  check({ tree }, report) {
    const isServerFile = hasDirective(tree, "use server");
    everyNode(tree, (node) => {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return;
      if (known.test(node.text)) report(node, "a secret belongs in the configuration");
      else if (looksRandom(node.text) && (isServerFile || isInServerFunction(node))) {
        report(node, "this looks like a secret inside a server function; it belongs in the configuration");
      }
    });
  },
};

function isInServerFunction(node: ts.Node): boolean {
  for (let around: ts.Node | undefined = node.parent; around; around = around.parent) {
    if (ts.isBlock(around) && ts.isFunctionLike(around.parent) && hasDirective(around, "use server"))
      return true;
  }
  return false;
}

/** 20 characters or more of one token with digits and letters and over 3.5 bits of entropy per character. */
function looksRandom(text: string): boolean {
  return /^[\w+/=.-]{20,}$/.test(text) && /\d/.test(text) && /[a-z]/i.test(text) && entropy(text) > 3.5;
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}
