import { z } from "zod";
import { signIn } from "@/lib/auth/operations/sign-in";
import { createUser, type NewUser } from "@/lib/auth/users";
import { newId } from "@/lib/core/ids";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";

export const aPassword = "correct horse battery staple";

/** An account with a password at a tenant. */
export async function aPerson(tenantId: string, given: Partial<NewUser> = {}) {
  const email = given.email ?? `${newId()}@example.com`;
  const user = {
    role: "owner",
    name: "Grace Hopper",
    password: aPassword,
    language: "en",
    ...given,
    email,
  } as const;
  const addPerson = operation({
    name: "auth.user.add",
    summary: "Add a person",
    audience: ["staff"],
    input: z.strictObject({}),
    output: z.object({ id: z.string() }),
    example: { input: {}, output: { id: "" } },
    run: (context) => createUser(context, user),
  });
  const { id } = await run(addPerson, {}, { actor: systemActor(tenantId) });
  return { id, email, role: user.role };
}

/** Signs in with address and password, and returns what the cookie would name. */
export async function enter(tenantId: string, email: string, given: { now?: Date; userAgent?: string } = {}) {
  const { now, ...from } = given;
  const input = { email, password: aPassword, address: "192.0.2.10", userAgent: "Firefox", ...from };
  const { step, sessionId, userId } = await run(signIn, input, { actor: visitor(tenantId), now });
  if (sessionId === null) throw new Error(`Not signed in: ${step}`);
  return { tenantId, sessionId, userId };
}
