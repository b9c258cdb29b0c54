import { beforeAll, expect, test } from "vitest";
import { actorOf } from "@/lib/auth/second-factor/testing";
import { aPerson } from "@/lib/auth/testing";
import { aClient } from "@/lib/clients/testing";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { listReceived } from "@/lib/mail/operations/list-received";
import { readReceived } from "@/lib/mail/operations/read-received";
import type { TemplateName } from "@/lib/mail/rules/templates";
import { sendAs } from "@/lib/mail/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

type Whose = { userId?: string; clientId?: string };
const samples = {
  test: {},
  "sign-in-link": { name: "Ada", linkPath: "/sign-in", expiresAt: new Date("2027-01-01T00:00:00Z") },
} as const;

/** A mail that has been handed over. */
async function sent(template: keyof typeof samples, whose: Whose): Promise<string> {
  const mail = { template, to: { address: "ada@example.com" }, language: "en", ...whose } as const;
  const id = await sendAs(tenant.system, { ...mail, data: samples[template] } as Parameters<
    typeof sendAs<TemplateName>
  >[1]);
  await database.owner.query("update mail_messages set state = 'SENT', sent_at = now() where id = $1", [id]);
  return id;
}

async function aMember(clientId: string): Promise<Actor> {
  const { email } = await aPerson(tenant.id, { role: "client_owner", clientId });
  return actorOf(tenant.id, email);
}

test("a person reads the mails to their own account and to their client, and nobody else's", async () => {
  const [ours, theirs] = [await aClient(tenant.id), await aClient(tenant.id)];
  const [ada, charles, mary] = [await aMember(ours), await aMember(ours), await aMember(theirs)];
  const toAda = await sent("test", { userId: String(ada.id) });
  const toClient = await sent("test", { clientId: ours });
  await sent("test", {});

  const idsOf = async (actor: Actor) =>
    (await run(listReceived, {}, { actor })).items.map(({ id }) => id).sort();
  expect(await idsOf(ada)).toEqual([toAda, toClient].sort());
  expect(await idsOf(charles)).toEqual([toClient]);
  expect(await idsOf(mary)).toEqual([]);

  const { html, text, subject } = await run(readReceived, { messageId: toAda }, { actor: ada });
  expect(subject).not.toBe("");
  expect([html, text].every((one) => typeof one === "string" && one.length > 20)).toBe(true);
  for (const actor of [charles, mary]) {
    const foreign = run(readReceived, { messageId: toAda }, { actor });
    await expect(foreign).rejects.toMatchObject({ code: "mail.message_not_found" });
  }
});

test("of a mail with a credential one reads that it was sent, and no more; of one still waiting nothing", async () => {
  const actor = await aMember(await aClient(tenant.id));
  const userId = String(actor.id);
  const messageId = await sent("sign-in-link", { userId });
  expect(await run(readReceived, { messageId }, { actor })).toMatchObject({
    isSensitive: true,
    html: null,
    text: null,
  });
  const waiting = await sendAs(tenant.system, {
    template: "test",
    to: { address: "ada@example.com" },
    language: "en",
    data: {},
    userId,
  });
  await expect(run(readReceived, { messageId: waiting }, { actor })).rejects.toMatchObject({
    code: "mail.message_not_found",
  });
});
