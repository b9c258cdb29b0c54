import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { withPasswordPlace } from "@/lib/auth/password";
import { Refusal } from "@/lib/core/errors";
import { requestIdOf } from "@/lib/core/http/request-id";
import type { Operation } from "@/lib/core/operation/operation";
import { serverAction } from "@/lib/doors/server-action";
import { visitorOf, whereFrom } from "./sign-in-door";

type VisitorDoor<View> = {
  /** Whether the operation ends in a session, and so is told of browser and address. */
  readonly signsIn?: boolean;
  /** Whether it hashes or checks a password: a few of these are worked on at once. */
  readonly hashes?: boolean;
  readonly after: (view: View) => Promise<void> | void;
};

/**
 * The door for everything by which a visitor gets in or asks to: limited by address like an attempt to sign in (S-24), and as a visitor
 * also for whoever is signed in here.
 */
export function visitorDoor<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  { signsIn = false, hashes = false, after }: VisitorDoor<z.input<O>>,
) {
  const door = serverAction(operation, {
    limit: "sign-in",
    actor: visitorOf,
    after,
    ...(signsIn && { extra: whereFrom }),
  });
  return (state: unknown, form: FormData): Promise<ActionState<unknown>> =>
    hashes ? withPasswordPlace(() => door(state, form)).catch(tooBusy) : door(state, form);
}

async function tooBusy(error: unknown): Promise<ActionState<unknown>> {
  if (!(error instanceof Refusal)) throw error;
  const { code, message } = error;
  return { ok: false, error: { code, message, requestId: requestIdOf(await headers()) } };
}
