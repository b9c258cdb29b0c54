import { describe, expect, test } from "vitest";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { verifyChain } from "@/lib/audit/operations/verify-chain";
import { aPerson, enter } from "@/lib/auth/testing";
import { addFile } from "@/lib/clients/operations/add-file";
import { createClient } from "@/lib/clients/operations/create-client";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createNote } from "@/lib/clients/operations/create-note";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { fileLink, readFileLink } from "@/lib/core/files/link";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { postEntries } from "@/lib/ledger/posting";
import { aSale, inOperation } from "@/lib/ledger/testing";
import { unsubscribePath } from "@/lib/privacy/consents";
import { buildExport } from "@/lib/privacy/operations/build-export";
import { erase } from "@/lib/privacy/operations/erase";
import { expireExport } from "@/lib/privacy/operations/expire-export";
import { listConsents } from "@/lib/privacy/operations/list-consents";
import { previewErasure } from "@/lib/privacy/operations/preview-erasure";
import { readExport } from "@/lib/privacy/operations/read-export";
import { recordConsent } from "@/lib/privacy/operations/record-consent";
import { requestErasure } from "@/lib/privacy/operations/request-erasure";
import { requestExport } from "@/lib/privacy/operations/request-export";
import { unsubscribe } from "@/lib/privacy/operations/unsubscribe";
import { impersonal, personalTables } from "@/lib/privacy/personal-tables";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();

async function aCompany(): Promise<Actor> {
  const tenantId = (await aTenant(database.owner)).id;
  const { id } = await aPerson(tenantId, { name: "Grace Hopper" });
  return { ...staff(tenantId), id, authenticatedAt: new Date() };
}

const details = {
  name: "Ada Lovelace",
  email: "ada@engines.example",
  country: "DE",
  currency: "EUR",
} as const;
const word = "Zanzibar";

async function aClient(actor: Actor) {
  const given = {
    ...details,
    line1: `${word} Street 1`,
    city: word,
    postalCode: "10115",
    phone: "030 901820",
  };
  const client = await run(createClient, given, { actor });
  const clientId = client.id;
  await run(createContact, { clientId, name: `Carl ${word}`, email: "carl@engines.example" }, { actor });
  await run(createNote, { clientId, text: `Likes ${word}.` }, { actor });
  const content = Buffer.from(`A file of ${word}`).toString("base64");
  await run(addFile, { clientId, name: `${word}.txt`, content }, { actor });
  return client;
}

test("every table that names a person, or refers to one, is in the list with its fate, or says why not", async () => {
  const { rows } = await database.owner.query<{ table: string }>(`
    select distinct c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like '\\_prisma%'
      and a.attname ~ '(^|_)(name|email|address|phone|user_id|client_id|user_agent|subject|text|content|host|reason|document|label|description|city)$|_by_id$|^key$|answer'
    order by 1`);
  const unlisted = rows
    .map(({ table }) => table)
    .filter((table) => !(table in personalTables) && !(table in impersonal));
  expect(unlisted).toEqual([]);
  const both = Object.keys(personalTables).filter((table) => table in impersonal);
  expect(both).toEqual([]);
});

describe("an export", () => {
  test("holds everything of a client, is fetched by who asked and by nobody else, and goes when its time is over", async () => {
    const actor = await aCompany();
    const client = await aClient(actor);
    const { id: exportId } = await run(
      requestExport,
      { subjectKind: "client", subjectId: client.id },
      { actor },
    );
    const system = systemActor(actor.tenantId);
    expect(await run(buildExport, { exportId }, { actor: system })).toMatchObject({ status: "ready" });
    await run(buildExport, { exportId }, { actor: system });

    const { content } = await run(readExport, { exportId }, { actor });
    const bytes = Buffer.from(content, "base64");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    for (const name of [
      "data.json",
      "index.html",
      "tables/clients.csv",
      "tables/contacts.csv",
      "tables/client_notes.csv",
      `${word}.txt`,
    ])
      expect(bytes.includes(Buffer.from(name)), name).toBe(true);
    const mails = await database.owner.query(
      "select template, to_address from mail_messages where tenant_id = $1",
      [actor.tenantId],
    );
    expect(mails.rows).toEqual([expect.objectContaining({ template: "data-export-ready" })]);

    const colleague = { ...staff(actor.tenantId), authenticatedAt: new Date() };
    const missing = { code: "privacy.export_not_found" };
    await expect(run(readExport, { exportId }, { actor: colleague })).rejects.toMatchObject(missing);
    const late = new Date(Date.now() + 8 * 86_400_000);
    await expect(run(readExport, { exportId }, { actor, now: late })).rejects.toMatchObject(missing);
    await run(expireExport, { exportId }, { actor: system });
    await expect(run(readExport, { exportId }, { actor })).rejects.toMatchObject(missing);
  });

  test("of somebody else is not for a client's person", async () => {
    const actor = await aCompany();
    const [mine, other] = [
      await aClient(actor),
      await run(createClient, { ...details, email: "o@example.com" }, { actor }),
    ];
    const person = { ...clientUser(actor.tenantId, mine.id), authenticatedAt: new Date() };
    const foreign = run(requestExport, { subjectKind: "client", subjectId: other.id }, { actor: person });
    await expect(foreign).rejects.toMatchObject({ code: "privacy.subject_not_found" });
    const colleague = run(
      requestExport,
      { subjectKind: "user", subjectId: actor.id as string },
      { actor: person },
    );
    await expect(colleague).rejects.toMatchObject({ code: "privacy.subject_not_found" });
    const stale = { ...person, authenticatedAt: new Date(0) };
    const tired = run(requestExport, { subjectKind: "client", subjectId: mine.id }, { actor: stale });
    await expect(tired).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });
  });

  test("S-11: its link is signed, for one person and for a while; 10,000 guesses open nothing", () => {
    const now = new Date("2026-04-01T00:00:00Z");
    const target = { kind: "export", id: newId(), tenantId: newId(), actorId: newId() } as const;
    const token = fileLink(target, { now, minutes: 60 }).replace("/files/", "");
    expect(readFileLink(token, now)).toMatchObject(target);
    expect(readFileLink(token, new Date("2026-04-01T01:00:01Z"))).toBeUndefined();
    const [body = "", signature = ""] = token.split(".");
    for (let n = 0; n < 10_000; n += 1) {
      const other = Buffer.from(`export.${newId()}.${target.tenantId}.${target.actorId}.zzzzzz`).toString(
        "base64url",
      );
      expect(readFileLink(`${other}.${signature}`, now)).toBeUndefined();
    }
    for (const forged of ["", ".", body, `${body}.`, `${body}.${signature}x`, `${body}x.${signature}`])
      expect(readFileLink(forged, now)).toBeUndefined();
  });
});

describe("an erasure", () => {
  test("of a client leaves nothing that names it, keeps the books and the chain, and the audit log shows nothing of it", async () => {
    const actor = await aCompany();
    const client = await aClient(actor);
    const subject = { subjectKind: "client", subjectId: client.id } as const;
    const preview = await run(previewErasure, subject, { actor });
    expect(preview).toMatchObject({ name: "Ada Lovelace", refusedBy: null });
    expect(preview.parts).toContainEqual({ table: "client_notes", rows: 1, fate: "deleted" });
    const person = { ...clientUser(actor.tenantId, client.id), authenticatedAt: new Date() };
    await run(requestErasure, { ...subject, reason: `No more ${word}` }, { actor: person });
    await expect(run(requestErasure, subject, { actor: person })).rejects.toMatchObject({
      code: "privacy.already_requested",
    });

    const typo = run(erase, { ...subject, confirmation: "Ada" }, { actor });
    await expect(typo).rejects.toMatchObject({ code: "privacy.confirmation_differs" });
    await run(erase, { ...subject, confirmation: "Ada Lovelace" }, { actor });

    expect(await run(getClient, { clientId: client.id }, { actor })).toMatchObject({
      name: "Erased",
      status: "ERASED",
      phone: null,
    });
    expect((await run(listClients, { search: word }, { actor })).items).toEqual([]);
    for (const table of [...Object.keys(personalTables), "client_search"].filter(
      (name) => name !== "audit_log",
    )) {
      const { rows } = await database.owner.query(
        `select t::text as row from ${table} t where tenant_id = $1 and t::text ~* $2`,
        [actor.tenantId, `${word}|lovelace|engines\\.example|901820`],
      );
      expect(rows, table).toEqual([]);
    }
    const shown = JSON.stringify(
      (await run(listAuditEntries, { limit: 200 }, { actor })).items,
      (_, value) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(shown).not.toMatch(new RegExp(`${word}|engines`));
    expect(await run(verifyChain, {}, { actor })).toMatchObject({ isIntact: true });
  });

  test("is refused while money is open", async () => {
    const actor = await aCompany();
    const client = await aClient(actor);
    await inOperation(actor, openChartOfAccounts);
    await inOperation(actor, (context) => postEntries(context, [aSale({ clientId: client.id })]));
    const subject = { subjectKind: "client", subjectId: client.id } as const;
    expect(await run(previewErasure, subject, { actor })).toMatchObject({
      refusedBy: "privacy.money_is_open",
    });
    const attempt = run(erase, { ...subject, confirmation: "Ada Lovelace" }, { actor });
    await expect(attempt).rejects.toMatchObject({ code: "privacy.money_is_open" });
  });

  test("of a user ends every session and way in; nobody erases themselves", async () => {
    const actor = await aCompany();
    const other = await aPerson(actor.tenantId, { name: "Linus", role: "support" });
    await enter(actor.tenantId, other.email);
    const confirmation = "Linus";
    await run(erase, { subjectKind: "user", subjectId: other.id, confirmation }, { actor });
    await expect(enter(actor.tenantId, other.email)).rejects.toThrow();
    const { rows } = await database.owner.query(
      "select address, user_agent, revoked_at is not null as over from sessions where user_id = $1",
      [other.id],
    );
    expect(rows).toEqual([{ address: null, user_agent: null, over: true }]);
    const self = run(
      erase,
      { subjectKind: "user", subjectId: actor.id as string, confirmation: "Grace Hopper" },
      { actor },
    );
    await expect(self).rejects.toMatchObject({ code: "privacy.cannot_erase_oneself" });
  });

  test("S-21: of staff is for those who may do at least as much", async () => {
    const actor = await aCompany();
    const above = await aPerson(actor.tenantId, { name: "Ada" });
    const admin = { ...actor, id: newId(), permissions: ["privacy.*", "clients.*"] };
    const subject = { subjectKind: "user", subjectId: above.id } as const;
    expect(await run(previewErasure, subject, { actor: admin })).toMatchObject({
      refusedBy: "auth.person_above",
    });
    const refused = run(erase, { ...subject, confirmation: "Ada" }, { actor: admin });
    await expect(refused).rejects.toMatchObject({ code: "auth.person_above" });
  });
});

test("consent is kept with its words and source; the link in a mail takes it back without signing in, at its own company only", async () => {
  const actor = await aCompany();
  const client = await aClient(actor);
  const subject = { subjectKind: "client", subjectId: client.id } as const;
  await run(recordConsent, { ...subject, isGiven: true, wording: "Tell me more." }, { actor });
  const token = unsubscribePath(actor.tenantId, details.email).replace("/unsubscribe/", "");
  const elsewhere = run(unsubscribe, { token }, { actor: visitor((await aTenant(database.owner)).id) });
  await expect(elsewhere).rejects.toMatchObject({ code: "privacy.link_not_valid" });
  await run(unsubscribe, { token }, { actor: visitor(actor.tenantId) });
  const { items } = await run(listConsents, subject, { actor });
  expect(items).toMatchObject([
    { isGiven: false, source: "unsubscribe" },
    { isGiven: true, source: "staff", wording: "Tell me more." },
  ]);
});
