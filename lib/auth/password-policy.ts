import "server-only";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { PasswordRefused } from "@/lib/auth/errors";
import { isMadeOfContext, leastScore, ratedLength } from "@/lib/auth/rules/password-strength";
import { processWide } from "@/lib/core/process-wide";

type Judge = { readonly zxcvbn: ZxcvbnFactory; readonly breached: ReadonlySet<string> };

/**
 * Refuses a new password that is on the list of known ones, made of the person's own words, or too easy to guess. Length was asked for
 * by the schema; composition is not (NIST SP 800-63B). `context` are name, address and company; `field` is where the form says it.
 * Throws PasswordRefused.
 */
export async function assertGoodPassword(
  password: string,
  context: readonly (string | null | undefined)[],
  field = "password",
): Promise<void> {
  const { zxcvbn, breached } = await judge();
  const words = context.filter((word): word is string => typeof word === "string");
  if (breached.has(password.toLowerCase())) throw new PasswordRefused("password_breached", field);
  if (isMadeOfContext(password, words)) throw new PasswordRefused("password_personal", field);

  const { score } = zxcvbn.check(password.slice(0, ratedLength), words);
  if (score < leastScore) throw new PasswordRefused("password_weak", field);
}

/** Loaded with the first password that somebody chooses: the list has 49,000 entries, and pages that choose none do without. */
function judge(): Promise<Judge> {
  const kept = processWide("password-judge", (): { made?: Promise<Judge> } => ({}));
  kept.made ??= makeJudge();
  return kept.made;
}

async function makeJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const listed = dictionary["passwords-common"] as string[];
  return {
    zxcvbn: new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
    breached: new Set(listed.map((password) => password.toLowerCase())),
  };
}
