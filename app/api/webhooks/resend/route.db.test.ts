import { expect, test, vi } from "vitest";
import { runAsSystem } from "@/lib/core/operation/run";
import { claimMessage } from "@/lib/mail/delivery/claim-message";
import { recordAttempt } from "@/lib/mail/delivery/record-attempt";
import { updateSettings } from "@/lib/mail/operations/update-settings";
import { sendAs, storedMail } from "@/lib/mail/testing";
import { resendNotice } from "@/tests/simulators/resend";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

const secret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const ofCompany = `whsec_${Buffer.alloc(24, 9).toString("base64")}`;
const { owner } = await testDatabase();

type Notice = ReturnType<typeof resendNotice>;

/** The route with the secret of the installation, or without. */
async function route(isConfigured = true) {
  vi.resetModules();
  (globalThis as { panel1?: Map<string, unknown> }).panel1?.delete("config");
  vi.stubEnv("RESEND_WEBHOOK_SECRET", isConfigured ? secret : "");
  const { POST } = await import("./route");
  return (notice: Notice, host = "localhost:3000") =>
    POST(
      new Request("http://localhost/api/webhooks/resend", {
        method: "POST",
        body: notice.body,
        headers: { ...notice.headers, host },
      }),
    );
}

/** A mail that Resend has taken, of a company with a host of its own. */
async function aSentMail(providerId: string) {
  const { id: tenantId, system } = await aTenant(owner);
  const host = `${tenantId.slice(-12)}.example.com`;
  await owner.query("insert into tenant_domains (host, tenant_id, created_at) values ($1, $2, now())", [
    host,
    tenantId,
  ]);
  const messageId = await sendAs(system, {
    template: "test",
    to: { address: "gone@example.com" },
    language: "en",
    data: {},
  });
  await runAsSystem(tenantId, claimMessage, { messageId, round: 1 });
  await owner.query("update mail_messages set transport = 'resend' where id = $1", [messageId]);
  const outcome = { kind: "accepted", providerId } as const;
  await runAsSystem(tenantId, recordAttempt, { messageId, round: 1, attempt: 1, outcome });
  return { tenantId, messageId, host };
}

function bounced(providerId: string, at = new Date(), signedWith = secret, type = "Permanent"): Notice {
  const bounce = { type, subType: "General", message: "No such user" };
  return resendNotice(signedWith, at, { type: "email.bounced", data: { email_id: providerId, bounce } });
}

async function marks(tenantId: string): Promise<string[]> {
  const { rows } = await owner.query("select reason from mail_suppressions where tenant_id = $1 order by 1", [
    tenantId,
  ]);
  return rows.map(({ reason }) => reason);
}

test("without a secret nothing is read", async () => {
  const { tenantId, messageId } = await aSentMail("re-0");
  const post = await route(false);
  expect((await post(bounced("re-0"))).status).toBe(503);
  expect(await marks(tenantId)).toEqual([]);
  expect(await storedMail(owner, messageId)).toMatchObject({ state: "SENT" });
});

test("a bounce marks mail and address, once, however often it is told", async () => {
  const { tenantId, messageId } = await aSentMail("re-1");
  const post = await route();
  const notice = bounced("re-1");
  for (let n = 0; n < 3; n += 1) expect((await post(notice)).status).toBe(204);
  expect(await storedMail(owner, messageId)).toMatchObject({ state: "BOUNCED", reason: "recipient_refused" });
  expect(await marks(tenantId)).toEqual(["BOUNCED"]);
});

test("a passing bounce marks the mail and not the address; a complaint the address and not the mail", async () => {
  const passing = await aSentMail("re-2");
  const complaint = await aSentMail("re-3");
  const post = await route();
  await post(bounced("re-2", new Date(), secret, "Transient"));
  await post(resendNotice(secret, new Date(), { type: "email.complained", data: { email_id: "re-3" } }));
  expect(await marks(passing.tenantId)).toEqual([]);
  expect(await storedMail(owner, passing.messageId)).toMatchObject({ state: "BOUNCED" });
  expect(await marks(complaint.tenantId)).toEqual(["COMPLAINED"]);
  expect(await storedMail(owner, complaint.messageId)).toMatchObject({ state: "SENT" });
});

test("what is unsigned, changed, stale or of the future is refused before anything else", async () => {
  const { tenantId } = await aSentMail("re-4");
  const post = await route();
  const right = bounced("re-4");
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  const wrong: Notice[] = [
    { body: right.body, headers: {} },
    { ...right, body: right.body.replace("re-4", "re-5") },
    { ...right, headers: { ...right.headers, "svix-id": "msg_other" } },
    { ...right, headers: { ...right.headers, "svix-signature": "v1,AAAA v0,x" } },
    { body: "not json", headers: right.headers },
    bounced("re-4", minutes(-6)),
    bounced("re-4", minutes(6)),
    bounced("re-4", new Date(), ofCompany),
  ];
  for (const notice of wrong) expect((await post(notice)).status).toBe(401);
  expect(await marks(tenantId)).toEqual([]);
  expect((await post(bounced("of-nobody"))).status).toBe(204);
});

test("a company's own secret speaks of its own mail only", async () => {
  const [one, two] = [await aSentMail("re-6"), await aSentMail("re-7")];
  const input = { version: 0, resendApiKey: "re_own_key_1", resendWebhookSecret: ofCompany };
  await runAsSystem(one.tenantId, updateSettings, input);
  const post = await route(false);

  expect((await post(bounced("re-7", new Date(), ofCompany), one.host)).status).toBe(204);
  expect(await marks(two.tenantId)).toEqual([]);
  expect((await post(bounced("re-6", new Date(), ofCompany), one.host)).status).toBe(204);
  expect(await marks(one.tenantId)).toEqual(["BOUNCED"]);
  expect((await post(bounced("re-7", new Date(), ofCompany), two.host)).status).toBe(503);
});
