import { expect, test } from "vitest";
import { aPerson } from "@/lib/auth/testing";
import { parseKeyRing } from "@/lib/core/crypto/key-ring";
import { platformPool } from "@/lib/core/db/pools";
import { StaleVersion } from "@/lib/core/errors";
import { pruneExpired } from "@/lib/core/housekeeping";
import { newId } from "@/lib/core/ids";
import { type Actor, systemActor } from "@/lib/core/operation/actor";
import { run, runAsSystem } from "@/lib/core/operation/run";
import { claimMessage } from "@/lib/mail/delivery/claim-message";
import { recordAttempt } from "@/lib/mail/delivery/record-attempt";
import { recordNotice } from "@/lib/mail/delivery/record-notice";
import {
  AddressMarked,
  BodyNotKept,
  MessageNotResendable,
  NoOwnAddress,
  SettingsIncomplete,
  WordsUnusable,
} from "@/lib/mail/errors";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { listMessages } from "@/lib/mail/operations/list-messages";
import { listSuppressions } from "@/lib/mail/operations/list-suppressions";
import { listTemplates } from "@/lib/mail/operations/list-templates";
import { previewTemplate } from "@/lib/mail/operations/preview-template";
import { readMessage } from "@/lib/mail/operations/read-message";
import { removeSuppression } from "@/lib/mail/operations/remove-suppression";
import { resetTemplate } from "@/lib/mail/operations/reset-template";
import { revealMessage } from "@/lib/mail/operations/reveal-message";
import { sendAgain } from "@/lib/mail/operations/send-again";
import { sendTest } from "@/lib/mail/operations/send-test";
import { updateSettings } from "@/lib/mail/operations/update-settings";
import { updateTemplate } from "@/lib/mail/operations/update-template";
import { rotateBodies } from "@/lib/mail/rotate-bodies";
import { bodyOf, sendAs, storedMail } from "@/lib/mail/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

async function company() {
  const { id } = await aTenant(owner);
  return { id, actor: staff(id) };
}

const aReset = {
  template: "reset-password",
  to: { address: "ada@example.com" },
  language: "en",
  data: { name: "Ada", linkPath: "/reset/the-token", expiresAt: new Date("2035-01-01T00:00:00Z") },
} as const;
const aNotice = {
  template: "password-changed",
  to: { address: "ada@example.com" },
  language: "en",
  data: { name: "Ada", linkPath: "/security", at: new Date("2026-01-01T00:00:00Z") },
} as const;

async function settled(tenantId: string, messageId: string, outcome: Parameters<typeof attempt>[2]) {
  await runAsSystem(tenantId, claimMessage, { messageId, round: 1 });
  return attempt(tenantId, messageId, outcome);
}

function attempt(
  tenantId: string,
  messageId: string,
  outcome:
    | { kind: "accepted"; providerId: string | null }
    | { kind: "refused"; reason: "recipient_refused" | "message_refused"; detail: string },
) {
  return runAsSystem(tenantId, recordAttempt, { messageId, round: 1, attempt: 1, outcome });
}

async function audits(tenantId: string): Promise<{ operation: string; text: string }[]> {
  const { rows } = await owner.query(
    "select operation, concat(before, after) as text from audit_log where tenant_id = $1 order by sequence",
    [tenantId],
  );
  return rows;
}

test("a mail without a credential is read by staff; one with is read by revealing it, on record", async () => {
  const { id, actor } = await company();
  const [notice, reset] = [await sendAs(actor, aNotice), await sendAs(actor, aReset)];
  for (const messageId of [notice, reset])
    await settled(id, messageId, { kind: "accepted", providerId: null });

  expect((await run(readMessage, { messageId: notice }, { actor })).text).toContain("Hello Ada");
  expect(await run(readMessage, { messageId: reset }, { actor })).toEqual({ html: null, text: null });

  const shown = await run(revealMessage, { messageId: reset }, { actor });
  expect(shown.text).toContain("/reset/the-token");
  const kept = await audits(id);
  expect(kept.at(-1)?.operation).toBe("mail.message.reveal");
  expect(JSON.stringify(kept)).not.toContain("the-token");
});

test("what another way out has taken is revealed to nobody", async () => {
  const { id, actor } = await company();
  const messageId = await sendAs(actor, aReset);
  await runAsSystem(id, claimMessage, { messageId, round: 1 });
  await owner.query("update mail_messages set transport = 'smtp' where id = $1", [messageId]);
  await expect(run(revealMessage, { messageId }, { actor })).rejects.toBeInstanceOf(BodyNotKept);
  await attempt(id, messageId, { kind: "accepted", providerId: null });
  expect(await storedMail(owner, messageId)).toMatchObject({ state: "SENT", body: null });
});

test("a permanent refusal of the recipient marks the address, and nothing goes there until the mark is lifted", async () => {
  const { id, actor } = await company();
  const first = await sendAs(actor, aNotice);
  await settled(id, first, {
    kind: "refused",
    reason: "recipient_refused",
    detail: "550 5.1.1 No such user",
  });
  expect(await storedMail(owner, first)).toMatchObject({
    state: "BOUNCED",
    detail: "550 5.1.1 No such user",
  });
  const { items } = await run(listSuppressions, {}, { actor });
  expect(items).toMatchObject([{ address: "ada@example.com", reason: "BOUNCED", messageId: first }]);

  const second = await sendAs(actor, aNotice);
  expect(await runAsSystem(id, claimMessage, { messageId: second, round: 1 })).toBeNull();
  expect(await storedMail(owner, second)).toMatchObject({ state: "FAILED", reason: "address_bounced" });
  await expect(run(sendAgain, { messageId: second }, { actor })).rejects.toBeInstanceOf(AddressMarked);

  await run(removeSuppression, { suppressionId: items[0]?.id ?? "" }, { actor });
  expect(await run(sendAgain, { messageId: second }, { actor })).toMatchObject({ state: "QUEUED", round: 2 });
  await expect(run(sendAgain, { messageId: second }, { actor })).rejects.toBeInstanceOf(MessageNotResendable);
  expect((await audits(id)).map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(["mail.suppression.remove", "mail.message.sendAgain"]),
  );
});

test("notices of bounces and complaints mark mail and address, and a doubled notice does nothing more", async () => {
  const { id, actor } = await company();
  const messageId = await sendAs(actor, aNotice);
  await settled(id, messageId, { kind: "accepted", providerId: "provider-1" });
  const notice = {
    providerId: "provider-1",
    kind: "bounced",
    isPermanent: true,
    detail: "Permanent",
  } as const;
  for (let n = 0; n < 2; n += 1) {
    const call = { transport: "local", notice };
    expect(await runAsSystem(id, recordNotice, call)).toEqual({ isKnown: true });
  }
  expect(await storedMail(owner, messageId)).toMatchObject({ state: "BOUNCED" });
  expect((await run(listSuppressions, {}, { actor })).items).toHaveLength(1);

  const stranger = await company();
  expect(await runAsSystem(stranger.id, recordNotice, { transport: "local", notice })).toEqual({
    isKnown: false,
  });
});

test("a company's own words hold for its language, and go back to the product's", async () => {
  const { id, actor } = await company();
  const words = {
    template: "reset-password",
    language: "en",
    subject: "Hi {{name}}",
    heading: "New password",
    body: "Dear {{name}},\n\nuntil {{expiresAt}}.",
    action: "Go",
    note: null,
  } as const;
  const saved = await run(updateTemplate, { ...words, version: 0 }, { actor });
  expect(saved).toMatchObject({ isOwn: true, version: 1 });
  await expect(run(updateTemplate, { ...words, version: 0 }, { actor })).rejects.toBeInstanceOf(StaleVersion);

  const messageId = await sendAs(actor, aReset);
  expect(await storedMail(owner, messageId)).toMatchObject({ subject: "Hi Ada" });
  expect((await bodyOf(owner, messageId)).text).toContain("Dear Ada,");
  const german = await sendAs(actor, { ...aReset, language: "de" });
  expect((await bodyOf(owner, german)).text).toContain("Guten Tag Ada");

  await run(resetTemplate, { template: "reset-password", language: "en", version: 1 }, { actor });
  const { items } = await run(listTemplates, { language: "en" }, { actor });
  expect(items.every(({ isOwn }) => !isOwn)).toBe(true);
  expect((await audits(id)).map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(["mail.template.update", "mail.template.reset"]),
  );
});

test("S-12: words with an unknown variable are refused at save and at preview, each at its field", async () => {
  const { actor } = await company();
  const words = {
    template: "test",
    language: "en",
    subject: "{{constructor}}",
    heading: "x",
    body: "{{7*7}}",
  } as const;
  const refusal = await run(previewTemplate, words, { actor }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(WordsUnusable);
  expect((refusal as WordsUnusable).fields.map(({ path }) => path)).toEqual(["subject", "body"]);
  await expect(run(updateTemplate, { ...words, version: 0 }, { actor })).rejects.toBeInstanceOf(
    WordsUnusable,
  );
});

test("settings keep secrets to themselves, and lead mail the company's way", async () => {
  const { id, actor } = await company();
  const input = {
    version: 0,
    transport: "smtp",
    fromAddress: "mail@northwind.example",
    smtpHost: "mail.northwind.example",
    smtpPort: 465,
    smtpSecurity: "tls",
    smtpUser: "northwind",
    smtpPassword: "hunter-two",
  } as const;
  const saved = await run(updateSettings, input, { actor });
  expect(saved).toMatchObject({ transport: "smtp", hasSmtpPassword: true, version: 1 });

  const { smtpPassword: _password, ...without } = input;
  const again = await run(
    updateSettings,
    { ...without, version: 1, replyTo: "help@northwind.example" },
    { actor },
  );
  expect(again).toMatchObject({ hasSmtpPassword: true, version: 2 });
  await expect(run(updateSettings, { ...without, version: 1 }, { actor })).rejects.toBeInstanceOf(
    StaleVersion,
  );

  const messageId = await sendAs(actor, aNotice);
  const claim = await runAsSystem(id, claimMessage, { messageId, round: 1 });
  expect(claim?.way).toMatchObject({
    transport: "smtp",
    isOfCompany: true,
    settings: { password: "hunter-two" },
  });
  expect(claim?.mail).toMatchObject({
    from: { address: "mail@northwind.example", name: "Northwind Hosting" },
    replyTo: "help@northwind.example",
    messageId: `<${messageId}@northwind.example>`,
  });

  const everything = JSON.stringify([await run(getSettings, {}, { actor }), await audits(id)]);
  expect(everything).not.toContain("hunter-two");
  const { rows } = await owner.query("select 1 from mail_settings t where t::text like '%hunter-two%'");
  expect(rows).toEqual([]);
});

test("a way out that lacks what it needs is refused, at the fields that are missing", async () => {
  const { actor } = await company();
  const refusal = await run(updateSettings, { version: 0, transport: "smtp" }, { actor }).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(SettingsIncomplete);
  expect((refusal as SettingsIncomplete).fields.map(({ path }) => path)).toEqual([
    "smtpHost",
    "smtpPort",
    "smtpSecurity",
  ]);
  await expect(run(updateSettings, { version: 0, transport: "resend" }, { actor })).rejects.toBeInstanceOf(
    SettingsIncomplete,
  );
  expect(await run(updateSettings, { version: 0, transport: "local" }, { actor })).toMatchObject({
    transport: "local",
  });
});

test("a test goes to the person who asks for it, is no secret, and a key has no address", async () => {
  const { id } = await company();
  const person = await aPerson(id);
  const actor: Actor = { ...staff(id), id: person.id };
  const sent = await run(sendTest, { template: "reset-password", language: "de" }, { actor });
  expect(sent.address).toBe(person.email);
  expect(await storedMail(owner, sent.messageId)).toMatchObject({
    is_sensitive: false,
    to_address: person.email,
  });

  const key: Actor = { ...staff(id), kind: "api_key", id: newId() };
  await expect(run(sendTest, {}, { actor: key })).rejects.toBeInstanceOf(NoOwnAddress);
  await expect(run(sendTest, {}, { actor: systemActor(id) })).rejects.toBeInstanceOf(NoOwnAddress);
});

test("the list finds mails by state, kind, recipient and time", async () => {
  const { id, actor } = await company();
  const [one, two] = [
    await sendAs(actor, aNotice),
    await sendAs(actor, { ...aReset, to: { address: "bob@example.com" } }),
  ];
  await settled(id, one, { kind: "accepted", providerId: null });
  const found = async (filters: object) =>
    (await run(listMessages, filters, { actor })).items.map(({ id: messageId }) => messageId);

  expect(await found({})).toEqual([two, one]);
  expect(await found({ state: "SENT" })).toEqual([one]);
  expect(await found({ template: "reset-password" })).toEqual([two]);
  expect(await found({ search: "BOB@" })).toEqual([two]);
  expect(await found({ search: "%" })).toEqual([]);
  expect(await found({ before: "2020-01-01T00:00:00Z" })).toEqual([]);
});

test("F-41: bodies of mails move to the new key, and those past their time are deleted", async () => {
  const { actor } = await company();
  const [kept, old, secret] = [
    await sendAs(actor, aNotice),
    await sendAs(actor, aNotice),
    await sendAs(actor, aReset),
  ];
  const key = (byte: number) => Buffer.alloc(32, byte).toString("base64url");
  expect(
    await rotateBodies(platformPool(), parseKeyRing(`k2:${key(2)},k1:${key(1)}`)),
  ).toBeGreaterThanOrEqual(3);
  expect(await storedMail(owner, kept)).toMatchObject({ body_key_id: "k2" });
  expect(
    await rotateBodies(platformPool(), parseKeyRing(`k1:${key(1)},k2:${key(2)}`)),
  ).toBeGreaterThanOrEqual(3);
  expect((await bodyOf(owner, kept)).text).toContain("Hello Ada");

  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  for (const [messageId, days] of [
    [kept, 89],
    [old, 91],
    [secret, 8],
  ] as const) {
    await owner.query("update mail_messages set created_at = $2 where id = $1", [messageId, daysAgo(days)]);
  }
  await pruneExpired("mail-bodies", now);
  expect((await storedMail(owner, kept)).body).not.toBeNull();
  for (const messageId of [old, secret]) expect((await storedMail(owner, messageId)).body).toBeNull();
});
