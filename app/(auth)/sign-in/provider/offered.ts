import "server-only";
import { headers } from "next/headers";
import { offeredProviders } from "@/lib/auth/operations/offered-providers";
import { Refusal } from "@/lib/core/errors";
import { run } from "@/lib/core/operation/run";
import { visitorOf } from "../../sign-in-door";

/** By which providers one can sign in to the company of this host: none before there is any company. */
export async function providersHere() {
  try {
    return (await run(offeredProviders, {}, { actor: await visitorOf(await headers()) })).providers;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}
