import { expect, test } from "vitest";
import { deliverMail } from "@/inngest/mail/deliver";
import { runFunction } from "@/inngest/testing";
import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { AddressUnusable } from "@/lib/mail/errors";
import { bodyOf, sendAs, storedMail } from "@/lib/mail/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const { owner } = await testDatabase();

const reset = (address: string, linkPath = "/reset-password/abc123") =>
  ({
    template: "reset-password",
    to: { address, name: "Ada Lovelace" },
    language: "en",
    data: { name: "Ada Lovelace", linkPath, expiresAt: new Date("2027-01-31T09:30:00Z") },
  }) as const;

async function deliver(tenantId: string, messageId: string, round = 1) {
  const data = {
    messageId,
    round,
    tenantId,
    subject: messageId,
    actor: { kind: "system", name: "System" },
  };
  return runFunction(deliverMail, { event: { name: "mail/message.queued", data } });
}

test("a mail that a visitor asked for waits in the queue, encrypted, with its event", async () => {
  const tenant = await aTenant(owner);
  const id = await sendAs(visitor(tenant.id), reset("ada@example.com"));

  const mail = await storedMail(owner, id);
  expect(mail).toMatchObject({
    tenant_id: tenant.id,
    to_address: "ada@example.com",
    state: "QUEUED",
    is_sensitive: true,
    subject: "Choose a new password for Northwind Hosting",
  });
  expect(JSON.stringify(mail)).not.toContain("abc123");

  const { rows } = await owner.query("select name, payload from outbox_events where tenant_id = $1", [
    tenant.id,
  ]);
  expect(rows).toEqual([{ name: "mail/message.queued", payload: { messageId: id, round: 1 } }]);
  const body = await bodyOf(owner, id);
  expect(body.text).toContain("http://localhost:3000/reset-password/abc123");
  expect(body.html).toContain('href="http://localhost:3000/reset-password/abc123"');
});

test("a client's act sends mail too, and another client does not see it", async () => {
  const tenant = await aTenant(owner);
  const actor = staff(tenant.id);
  const input = { ...createClient.example.input, email: `${newId()}@example.com` };
  const client = await run(createClient, input, { actor });
  const id = await sendAs(clientUser(tenant.id, client.id), {
    ...reset("ada@example.com"),
    clientId: client.id,
  });
  expect(await storedMail(owner, id)).toMatchObject({ client_id: client.id, state: "QUEUED" });
});

test("the local mailbox keeps what it was given, credentials too", async () => {
  const tenant = await aTenant(owner);
  const id = await sendAs(visitor(tenant.id), reset("ada@example.com"));
  const result = await deliver(tenant.id, id);

  expect(result).toMatchObject({ status: "completed", output: { attempts: 1 } });
  expect(await storedMail(owner, id)).toMatchObject({ state: "SENT", transport: "local", attempts: 1 });
  expect((await bodyOf(owner, id)).text).toContain("abc123");
  // A second run of the same event finds nothing to do.
  await deliver(tenant.id, id);
  expect(await storedMail(owner, id)).toMatchObject({ state: "SENT", attempts: 1 });
});

test("neither audit log nor outbox nor durable state holds a word of the mail", async () => {
  const tenant = await aTenant(owner);
  const id = await sendAs(visitor(tenant.id), reset("ada@example.com", "/reset-password/only-in-the-mail"));
  const result = await deliver(tenant.id, id);

  expect(JSON.stringify(result)).not.toContain("only-in-the-mail");
  for (const table of ["audit_log", "outbox_events", "idempotency_keys", "mail_messages"]) {
    const { rows } = await owner.query(`select 1 from ${table} t where t::text like '%only-in-the-mail%'`);
    expect(rows, table).toEqual([]);
  }
});

test("a mail whose link has expired is not sent any more", async () => {
  const tenant = await aTenant(owner);
  const mail = reset("ada@example.com");
  const data = { ...mail.data, expiresAt: new Date("2020-01-01T00:00:00Z") };
  const id = await sendAs(visitor(tenant.id), { ...mail, data });
  await deliver(tenant.id, id);
  expect(await storedMail(owner, id)).toMatchObject({ state: "FAILED", reason: "expired", attempts: 0 });
});

test("S-48: links lead to the company's own host, whatever the caller was asked on", async () => {
  const tenant = await aTenant(owner);
  const host = `panel-${tenant.id.slice(-12)}.example.com`;
  await owner.query("insert into tenant_domains (host, tenant_id, created_at) values ($1, $2, now())", [
    host,
    tenant.id,
  ]);
  const id = await sendAs(visitor(tenant.id), reset("ada@example.com"));
  expect((await bodyOf(owner, id)).text).toContain(`http://${host}:3000/reset-password/abc123`);

  for (const foreign of ["//evil.example/x", "https://evil.example/x", "/\\evil.example", "/a b", "x"]) {
    await expect(sendAs(visitor(tenant.id), reset("ada@example.com", foreign))).rejects.toThrow();
  }
});

test("S-53: what is not one canonical address gets no mail, and leaves no trace of one", async () => {
  const tenant = await aTenant(owner);
  for (const address of [
    "Ada@example.com",
    "ada@example.com,eve@example.com",
    "ada@example.com\r\nBcc: eve",
  ]) {
    await expect(sendAs(visitor(tenant.id), reset(address))).rejects.toBeInstanceOf(AddressUnusable);
  }
  const { rows } = await owner.query("select 1 from mail_messages where tenant_id = $1", [tenant.id]);
  expect(rows).toEqual([]);
});
