import type pg from "pg";
import { z } from "zod";
import { answerRequest } from "@/lib/auth/answers/answer-request";
import { signIn } from "@/lib/auth/operations/sign-in";
import { createUser, type NewUser } from "@/lib/auth/users";
import { newId } from "@/lib/core/ids";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { operation } from "@/lib/core/operation/operation";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { bodyOf } from "@/lib/mail/testing";

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

/** Answers what was asked for by address, as durable work does after the commit. */
export async function answerRequests(owner: pg.Pool, tenantId: string, now?: Date): Promise<void> {
  const { rows } = await owner.query(
    "select id from account_requests where tenant_id = $1 order by created_at, id",
    [tenantId],
  );
  for (const { id } of rows) await runAsSystem(tenantId, answerRequest, { requestId: id }, { now });
}

export type ReadMail = {
  readonly template: string;
  readonly to: string;
  /** Host with port that its button leads to. */
  readonly host: string;
  readonly path: string;
  readonly token: string;
};

/** Mails that were written to an address, newest first, with the path that their button leads to. */
export async function mailsTo(owner: pg.Pool, tenantId: string, address: string): Promise<ReadMail[]> {
  const { rows } = await owner.query(
    "select id, template, to_address from mail_messages where tenant_id = $1 and to_address = $2 order by created_at desc, id desc",
    [tenantId, address],
  );
  return Promise.all(
    rows.map(async ({ id, template, to_address: to }) => {
      const { text } = await bodyOf(owner, id);
      const url = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "http://none.invalid");
      return {
        template,
        to,
        host: url.host,
        path: url.pathname,
        token: url.pathname.split("/").at(-1) ?? "",
      };
    }),
  );
}
