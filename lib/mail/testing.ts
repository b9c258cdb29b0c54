import type pg from "pg";
import { z } from "zod";
import type { Actor } from "@/lib/core/operation/actor";
import { operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { readBody } from "@/lib/mail/body";
import type { TemplateName } from "@/lib/mail/rules/templates";
import { type MailToSend, sendMail } from "@/lib/mail/send-mail";

/** Sends a mail as some operation of the actor would. Returns the message's id. */
export async function sendAs<T extends TemplateName>(
  actor: Actor,
  mail: MailToSend<T>,
  now?: Date,
): Promise<string> {
  const something = operation({
    name: "mail.test.send",
    summary: "Do something that sends a mail",
    audience: ["staff", "client", "visitor"],
    input: z.strictObject({}),
    output: z.object({ id: z.string() }),
    example: { input: {}, output: { id: "" } },
    run: async (context) => ({ id: await sendMail(context, mail) }),
  });
  return (await run(something, {}, { actor, now })).id;
}

export type StoredMail = Record<string, unknown> & {
  id: string;
  state: string;
  to_address: string;
  subject: string;
};

/** A mail as the database has it, behind the curtain. */
export async function storedMail(owner: pg.Pool, id: string): Promise<StoredMail> {
  const { rows } = await owner.query("select * from mail_messages where id = $1", [id]);
  return rows[0];
}

/** What a mail says. Reading it takes the key. */
export async function bodyOf(owner: pg.Pool, id: string) {
  const { tenant_id, body } = await storedMail(owner, id);
  return readBody(String(body), String(tenant_id), id);
}
