import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deliverMail } from "@/inngest/mail/deliver";
import { runFunction } from "@/inngest/testing";
import { newId } from "@/lib/core/ids";
import { systemActor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { sendAgain } from "@/lib/mail/operations/send-again";
import { sendAs, storedMail } from "@/lib/mail/testing";
import { ResendSimulator } from "@/tests/simulators/resend";
import { testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

// Before anything reads the configuration.
const simulator = await ResendSimulator.start("re_outage_test");
vi.stubEnv("RESEND_API_KEY", simulator.apiKey);
vi.stubEnv("RESEND_BASE_URL", simulator.url);
const { owner } = await testDatabase();

afterAll(() => simulator.stop());

let tenantId: string;
beforeAll(async () => {
  tenantId = (await aTenant(owner)).id;
});

const hour = 3_600_000;

/** Delivers one mail from a chosen moment on; the clock moves with the pauses. */
async function deliver(
  messageId: string,
  options: { round?: number; now?: Date; onClock?: (now: Date) => void } = {},
) {
  const { round = 1, ...rest } = options;
  const origin = { tenantId, subject: messageId, actor: { kind: "system", name: "System" } };
  const event = { name: "mail/message.queued", data: { ...origin, messageId, round } };
  return runFunction(deliverMail, { event, ...rest });
}

function aNotice(address: string) {
  return {
    template: "password-changed",
    to: { address, name: "Ada" },
    language: "en",
    data: { name: "Ada", at: new Date("2026-05-01T09:00:00Z"), linkPath: "/security" },
  } as const;
}

test("F-45: the provider answers 500 for six hours and recovers: each mail goes once, none is lost", async () => {
  const start = new Date("2026-05-01T00:00:00Z");
  let clock = start;
  simulator.fault = () => (clock.getTime() < start.getTime() + 6 * hour ? "unavailable" : undefined);
  const before = simulator.mails.length;

  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1)
    ids.push(await sendAs(systemActor(tenantId), aNotice(`f45-${n}@example.com`)));
  for (const [n, id] of ids.entries()) {
    // They were written at different moments of the outage.
    const now = new Date(start.getTime() + n * 40 * 60_000);
    const trial = await deliver(id, { now, onClock: (moved) => (clock = moved) });
    expect(trial.status).toBe("completed");
    expect(trial.now.getTime()).toBeGreaterThanOrEqual(start.getTime() + 6 * hour);
    // Not more than two hours after the recovery.
    expect(trial.now.getTime()).toBeLessThan(start.getTime() + 8 * hour);
  }

  const arrived = simulator.mails.slice(before).map(({ to }) => to.join());
  expect(arrived.sort()).toEqual(ids.map((_, n) => `f45-${n}@example.com`).sort());
  for (const id of ids) {
    expect(await storedMail(owner, id)).toMatchObject({ state: "SENT", reason: null, transport: "resend" });
  }
});

test("F-45: a step that dies after the provider took the mail is made again, and the mail is there once", async () => {
  simulator.fault = () => undefined;
  const id = await sendAs(systemActor(tenantId), aNotice("once@example.com"));
  const origin = { tenantId, subject: id, actor: { kind: "system", name: "System" } };
  const event = { name: "mail/message.queued", data: { ...origin, messageId: id, round: 1 } };
  const trial = await runFunction(deliverMail, {
    event,
    failures: [{ step: "attempt-1", when: "after", times: 2 }],
  });
  expect(trial.status).toBe("completed");
  expect(simulator.mails.filter(({ to }) => to[0] === "once@example.com")).toHaveLength(1);
});

test("F-45: who unsubscribed gets no marketing, and what concerns the account all the same", async () => {
  simulator.fault = () => undefined;
  await owner.query(
    `insert into mail_suppressions (id, tenant_id, address, reason, created_at) values ($1, $2, 'quiet@example.com', 'UNSUBSCRIBED', now())`,
    [newId(), tenantId],
  );
  const account = await sendAs(systemActor(tenantId), aNotice("quiet@example.com"));
  const news = await sendAs(systemActor(tenantId), aNotice("quiet@example.com"));
  await owner.query("update mail_messages set kind = 'MARKETING' where id = $1", [news]);
  await deliver(account);
  await deliver(news);

  expect(await storedMail(owner, account)).toMatchObject({ state: "SENT" });
  expect(await storedMail(owner, news)).toMatchObject({
    state: "FAILED",
    reason: "unsubscribed",
    attempts: 0,
  });
});

test("an outage beyond all patience fails the mail with its reason, and staff send it again", async () => {
  simulator.fault = () => "unavailable";
  const id = await sendAs(systemActor(tenantId), aNotice("patient@example.com"));
  await deliver(id, { now: new Date("2026-05-01T00:00:00Z") });
  expect(await storedMail(owner, id)).toMatchObject({ state: "FAILED", reason: "gave_up", attempts: 17 });

  simulator.fault = () => undefined;
  const again = await run(sendAgain, { messageId: id }, { actor: systemActor(tenantId) });
  expect(again).toMatchObject({ state: "QUEUED", round: 2, reason: null });
  // The event of the first round does nothing any more.
  await deliver(id, { round: 1 });
  expect(await storedMail(owner, id)).toMatchObject({ state: "QUEUED" });
  await deliver(id, { round: 2 });
  expect(await storedMail(owner, id)).toMatchObject({ state: "SENT" });
  expect(simulator.mails.filter(({ to }) => to[0] === "patient@example.com")).toHaveLength(1);
});

test("a credential that has left the house is not kept", async () => {
  simulator.fault = () => undefined;
  const id = await sendAs(systemActor(tenantId), {
    template: "sign-in-link",
    to: { address: "ada@example.com" },
    language: "en",
    data: { name: "Ada", linkPath: "/sign-in/secret-token", expiresAt: new Date("2030-01-01T00:00:00Z") },
  });
  await deliver(id);
  expect(await storedMail(owner, id)).toMatchObject({ state: "SENT", body: null, body_key_id: null });
  expect(simulator.mails.at(-1)?.text).toContain("/sign-in/secret-token");
});
