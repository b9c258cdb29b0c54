import "server-only";
import { cookies } from "next/headers";
import type { ChallengeHold, ChallengePurpose } from "@/lib/auth/challenges";
import { isSecure } from "@/lib/core/http/hosts";

const minutes = 15;

/** One cookie for each purpose: what this browser began. `lax`, because a provider sends the person back from another site. */
function cookieOf(purpose: ChallengePurpose) {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: minutes * 60 } as const;
  return { name: `${secure ? "__Host-" : ""}panel1.${purpose}`, options };
}

/** Remembers in this browser that it holds a challenge. */
export async function keepChallenge(purpose: ChallengePurpose, hold: ChallengeHold): Promise<void> {
  const { name, options } = cookieOf(purpose);
  (await cookies()).set(name, `${hold.challengeId}.${hold.challengeSecret}`, options);
}

/** The challenge that this browser holds for a purpose; an id and a secret that fit nothing when it holds none. */
export async function heldChallenge(purpose: ChallengePurpose): Promise<ChallengeHold> {
  const value = (await cookies()).get(cookieOf(purpose).name)?.value ?? "";
  const [, challengeId, challengeSecret] = /^([0-9a-f-]{36})\.([\w-]{10,100})$/.exec(value) ?? [];
  return challengeId && challengeSecret
    ? { challengeId, challengeSecret }
    : { challengeId: "00000000-0000-0000-0000-000000000000", challengeSecret: "none" };
}

export async function holdsChallenge(purpose: ChallengePurpose): Promise<boolean> {
  return (await heldChallenge(purpose)).challengeSecret !== "none";
}

export async function forgetChallenge(purpose: ChallengePurpose): Promise<void> {
  const { name, options } = cookieOf(purpose);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
