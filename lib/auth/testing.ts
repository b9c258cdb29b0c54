import { z } from "zod";
import { createUser, type NewUser } from "@/lib/auth/users";
import { newId } from "@/lib/core/ids";
import { systemActor } from "@/lib/core/operation/actor";
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
