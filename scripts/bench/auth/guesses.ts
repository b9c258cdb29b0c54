import { signIn } from "@/lib/auth/operations/sign-in";
import { Refusal } from "@/lib/core/errors";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";

type Attack = { readonly guesses: number; readonly addresses: number; readonly overSeconds: number };

/** How many guesses were tried against the password, and how many were turned away before. */
export type Outcome = { tried: number; heldOff: number };

/** Guesses the password of one account from many addresses in turn, evenly over a time that it moves itself. */
export async function bruteForce(
  tenantId: string,
  email: string,
  { guesses, addresses, overSeconds }: Attack,
  start = new Date(),
): Promise<Outcome> {
  const outcome = { tried: 0, heldOff: 0 };
  for (let guess = 0; guess < guesses; guess += 1) {
    const now = new Date(start.getTime() + (guess / guesses) * overSeconds * 1_000);
    const address = `198.51.100.${guess % addresses}`;
    const code = await attempt(tenantId, { email, password: `a guess, number ${guess}`, address }, now);
    if (code === "auth.sign_in_refused") outcome.tried += 1;
    else if (code === "auth.sign_in_held_off") outcome.heldOff += 1;
    else throw new Error(`A guess was answered with ${code}.`);
  }
  return outcome;
}

type Given = { email: string; password: string; address: string; deviceSecret?: string };

/** Code of the refusal, or "in". */
export async function attempt(tenantId: string, given: Given, now?: Date): Promise<string> {
  try {
    await run(signIn, given, { actor: visitor(tenantId), now });
    return "in";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
