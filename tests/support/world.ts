import type pg from "pg";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { createRole } from "@/lib/auth/operations/create-role";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { someone } from "@/lib/auth/people/testing";
import { aPerson, enter } from "@/lib/auth/testing";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { createTaxRule } from "@/lib/billing/operations/create-tax-rule";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { createAddon } from "@/lib/catalog/operations/create-addon";
import { createCoupon } from "@/lib/catalog/operations/create-coupon";
import { createOption } from "@/lib/catalog/operations/create-option";
import { createProductField } from "@/lib/catalog/operations/create-product-field";
import { aSoldPlan } from "@/lib/catalog/testing";
import { addFile } from "@/lib/clients/operations/add-file";
import { createClient } from "@/lib/clients/operations/create-client";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createField } from "@/lib/clients/operations/create-field";
import { createGroup } from "@/lib/clients/operations/create-group";
import { createNote } from "@/lib/clients/operations/create-note";
import { getClient } from "@/lib/clients/operations/get-client";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { aFunction, aRun } from "@/lib/durable/testing";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { postEntries } from "@/lib/ledger/posting";
import { aSale, inOperation } from "@/lib/ledger/testing";
import { sendAs } from "@/lib/mail/testing";
import { createOrder } from "@/lib/orders/operations/create-order";
import { aPlan } from "@/lib/orders/testing";
import { provideGateways } from "@/lib/payments/gateways";
import { beginPayment } from "@/lib/payments/operations/begin-payment";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { requestErasure } from "@/lib/privacy/operations/request-erasure";
import { requestExport } from "@/lib/privacy/operations/request-export";
import { aService } from "@/lib/provisioning/testing";
import { listSubscriptions } from "@/lib/subscriptions/operations/list-subscriptions";
import { setLogo } from "@/lib/tenants/operations/set-logo";
import { onePixel } from "@/lib/tenants/testing";
import { gateways } from "@/plugins/gateways";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

export type World = TestTenant & {
  /** One record of each kind, by the name of the input field that refers to it. */
  records: Record<string, string>;
};

/** A company with one record of everything that an operation can be asked about. Grows with the product. */
export async function aWorld(owner: pg.Pool, name: string): Promise<World> {
  const tenant = await aTenant(owner, name);
  const actor = staff(tenant.id);
  const client = await run(
    createClient,
    { ...createClient.example.input, email: `${tenant.id}@example.com` },
    { actor },
  );
  const records = {
    clientId: client.id,
    recordId: client.id,
    ...(await books(actor, client.id)),
    ...(await people(owner, tenant.id)),
    ...(await mails(owner, tenant.id, client.id)),
    ...(await work(owner, tenant.id, client.id)),
    ...(await access(tenant.id, client.id)),
    ...(await aboutClient(actor, client.id)),
    ...(await soldThings(actor)),
    ...(await money(actor, client.id)),
    ...(await anOrder(owner, actor, client.id)),
    brandFileId: await aLogo(actor),
    // Only the platform's operations name these: to a company they are nowhere.
    companyId: tenant.id,
    linkId: newId(),
    ...(await services(owner, tenant.id, client.id)),
  };
  return { ...tenant, records };
}

/** An order of the client, with what it agreed. */
async function anOrder(owner: pg.Pool, actor: Actor, clientId: string): Promise<Record<string, string>> {
  const { currency } = await run(getClient, { clientId }, { actor });
  const planId = await aPlan(owner, actor.tenantId, { currency });
  const order = await run(createOrder, { clientId, items: [{ planId, cycle: "1m" }] }, { actor });
  const { items } = await run(listSubscriptions, { orderId: order.id }, { actor });
  return { orderId: order.id, subscriptionId: items[0]?.id ?? "" };
}

/** A plan on sale with something of everything that belongs to it. */
async function soldThings(actor: Actor): Promise<Record<string, string>> {
  const call = { actor };
  const { groupId: productGroupId, productId, planId, priceId } = await aSoldPlan(actor.tenantId);
  const option = await run(createOption, { ...createOption.example.input, productId }, call);
  const field = await run(createProductField, { ...createProductField.example.input, productId }, call);
  const addon = await run(createAddon, createAddon.example.input, call);
  const coupon = await run(createCoupon, createCoupon.example.input, call);
  const choiceId = option.choices[0]?.id ?? "";
  await run(changePrices, { choiceId, changes: [{ currency: "EUR", cycle: "1m", amountMinor: 100 }] }, call);
  return {
    productGroupId,
    productId,
    planId,
    optionId: option.id,
    choiceId,
    productFieldId: field.id,
    addonId: addon.id,
    addonIds: addon.id,
    couponId: coupon.id,
    catalogRecordId: productId,
    seenPriceId: priceId,
  };
}

/** An invoice, a way to pay it, a payment of it, and a tax rule. */
async function money(actor: Actor, clientId: string): Promise<Record<string, string>> {
  provideGateways(gateways);
  const rule = await run(createTaxRule, createTaxRule.example.input, { actor });
  const { currency } = await run(getClient, { clientId }, { actor });
  const unit = { minor: 1_000, currency: currency as "EUR" };
  const lines = [{ description: "Hosting", unit }];
  const draft = await run(createInvoice, { clientId, lines }, { actor });
  const { id: invoiceId } = await run(issueInvoiceNow, { invoiceId: draft.id, version: 1 }, { actor });
  const connection = await run(createConnection, createConnection.example.input, { actor });
  const { method } = beginPayment.example.input;
  const begun = { invoiceId, connectionId: connection.id, method };
  const { paymentId } = await run(beginPayment, begun, { actor });
  return { taxRuleId: rule.id, invoiceId, connectionId: connection.id, paymentId };
}

async function aLogo(actor: Actor): Promise<string> {
  const { logoFileId } = await run(setLogo, { version: 1, kind: "logo", content: onePixel }, { actor });
  return logoFileId ?? "";
}

/** A service that was asked for, with a task for staff. */
async function services(owner: pg.Pool, tenantId: string, clientId: string): Promise<Record<string, string>> {
  const serviceId = await aService(owner, { tenantId, clientId, module: "manual" });
  const { rows } = await owner.query(
    "select id, subscription_id, product_id, plan_id from services s where id = $1",
    [serviceId],
  );
  const taskId = newId();
  await owner.query(
    `insert into staff_tasks (id, tenant_id, kind, service_id, action_id, created_at, updated_at)
     select $1, tenant_id, 'carry_out', service_id, id, now(), now() from service_actions where service_id = $2`,
    [taskId, serviceId],
  );
  const { subscription_id: subscriptionId, product_id: productId, plan_id: planId } = rows[0];
  return { serviceId, taskId, subscriptionId, productId, planId };
}

/** A member of staff who is signed in and has a key. */
async function people(owner: pg.Pool, tenantId: string): Promise<Record<string, string>> {
  const person = await aPerson(tenantId);
  const { sessionId } = await enter(tenantId, person.email);
  const actor: Actor = { ...staff(tenantId), id: person.id, sessionId };
  const { key } = await run(createApiKey, createApiKey.example.input, { actor });
  const own = { userId: person.id, actorId: person.id, apiKeyId: key.id, sessionId };
  return { ...own, ...(await factors(owner, tenantId, person.id)) };
}

/** A passkey, and the challenge of another that is being added. */
async function factors(owner: pg.Pool, tenantId: string, userId: string): Promise<Record<string, string>> {
  const [passkeyId, challengeId] = [newId(), newId()];
  await owner.query(
    `insert into passkeys (id, tenant_id, user_id, credential_id, public_key, counter, relying_party, is_backed_up, name, created_at)
     values ($1, $2, $3, $4, '\\x00', 0, 'localhost', false, 'Laptop', now())`,
    [passkeyId, tenantId, userId, Buffer.from(passkeyId)],
  );
  await owner.query(
    `insert into sign_in_challenges (id, tenant_id, purpose, user_id, created_at, expires_at)
     values ($1, $2, 'passkey_register', $3, now(), now() + interval '10 minutes')`,
    [challengeId, tenantId, userId],
  );
  const [providerId, identityId, secretId] = [newId(), newId(), newId()];
  await owner.query(
    `insert into secrets (id, tenant_id, purpose, key_id, envelope, created_at, updated_at)
     values ($1, $2, 'identity_provider', 'none', 'none', now(), now())`,
    [secretId, tenantId],
  );
  await owner.query(
    `insert into identity_providers (id, tenant_id, kind, name, oauth_client_id, secret_id, is_enabled, for_staff, for_clients,
       created_at, updated_at) values ($1, $2, 'github', 'GitHub', 'panel1', $3, true, true, true, now(), now())`,
    [providerId, tenantId, secretId],
  );
  await owner.query(
    `insert into linked_identities (id, tenant_id, user_id, provider_id, subject, created_at) values ($1, $2, $3, $4, '1', now())`,
    [identityId, tenantId, userId, providerId],
  );
  return { passkeyId, challengeId, providerId, identityId };
}

/** A mail to the client, and an address that mail does not reach. */
async function mails(owner: pg.Pool, tenantId: string, clientId: string): Promise<Record<string, string>> {
  const messageId = await sendAs(staff(tenantId), {
    template: "test",
    to: { address: "gone@example.com" },
    language: "en",
    data: {},
    clientId,
  });
  const suppressionId = newId();
  await owner.query(
    `insert into mail_suppressions (id, tenant_id, address, reason, created_at)
     values ($1, $2, 'gone@example.com', 'BOUNCED', now())`,
    [suppressionId, tenantId],
  );
  return { messageId, suppressionId };
}

/** A run of durable work. Its function is gone, so that only those who see the run find it. */
async function work(owner: pg.Pool, tenantId: string, subject: string): Promise<Record<string, string>> {
  const functionId = await aFunction(owner, { isGone: true });
  const runId = await aRun(owner, { tenantId, functionId, subject });
  return { functionId, runId, runIds: runId };
}

/** Somebody who acts for the client, somebody invited to, and a role of the company. */
async function access(tenantId: string, clientId: string): Promise<Record<string, string>> {
  const actor = staff(tenantId);
  const member = await someone(tenantId, "client_owner", clientId);
  const { items } = await run(listMemberships, { userId: member.id }, { actor });
  const email = `${newId()}@example.com`;
  const invitation = await run(inviteMember, { clientId, email, role: "technical_contact" }, { actor });
  const role = await run(createRole, createRole.example.input, { actor });
  return { membershipId: items[0]?.id ?? "", invitationId: invitation.id, roleId: role.key, role: role.key };
}

/** What hangs on a client. */
async function aboutClient(actor: Actor, clientId: string): Promise<Record<string, string>> {
  const group = await run(createGroup, createGroup.example.input, { actor });
  const contact = await run(createContact, { ...createContact.example.input, clientId }, { actor });
  const note = await run(createNote, { ...createNote.example.input, clientId }, { actor });
  const file = await run(addFile, { ...addFile.example.input, clientId, isVisible: true }, { actor });
  const into = await run(
    createClient,
    { ...createClient.example.input, email: "into@example.com" },
    { actor },
  );
  const fresh = { ...actor, authenticatedAt: new Date() };
  const subject = { subjectKind: "client", subjectId: clientId } as const;
  const held = await run(requestExport, subject, { actor: fresh });
  const wish = await run(requestErasure, subject, { actor: fresh });
  const field = await run(createField, { ...createField.example.input, isVisibleToClient: false }, { actor });
  return {
    groupId: group.id,
    contactId: contact.id,
    noteId: note.id,
    clientFileId: file.id,
    fieldId: field.id,
    intoId: into.id,
    subjectId: clientId,
    recordId: clientId,
    exportId: held.id,
    requestId: wish.id,
  };
}

async function books(actor: Actor, clientId: string): Promise<Record<string, string>> {
  await inOperation(actor, openChartOfAccounts);
  const lines = postEntry.example.input.lines.map((line) => (line.clientId ? { ...line, clientId } : line));
  const entry = await run(postEntry, { ...postEntry.example.input, lines }, { actor });
  const sourceId = newId();
  await inOperation(actor, (context) => postEntries(context, [aSale({ clientId, source: sourceId })]));
  return { entryId: entry.id, accountId: entry.lines[0]?.accountId ?? "", sourceId };
}

/** Everything that the database holds of a tenant, as one fingerprint. */
export async function fingerprint(owner: pg.Pool, tenantId: string): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string; key: string }>(`
    select c.relname as name, case when c.relname = 'tenants' then 'id' else 'tenant_id' end as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and (c.relname = 'tenants' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))
    order by 1`);
  const prints: Record<string, string> = {};
  for (const { name, key } of rows) {
    const { rows: found } = await owner.query(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t where ${key} = $1`,
      [tenantId],
    );
    prints[name] = found[0].print;
  }
  return prints;
}
