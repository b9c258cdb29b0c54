import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addFile } from "@/lib/clients/operations/add-file";
import { createClient } from "@/lib/clients/operations/create-client";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createNote } from "@/lib/clients/operations/create-note";
import { getClient } from "@/lib/clients/operations/get-client";
import { listContacts } from "@/lib/clients/operations/list-contacts";
import { listFiles } from "@/lib/clients/operations/list-files";
import { listNotes } from "@/lib/clients/operations/list-notes";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { postEntries } from "@/lib/ledger/posting";
import { aSale, brokenBooks, inOperation } from "@/lib/ledger/testing";
import { mergeClients } from "@/lib/merging/operations/merge-clients";
import { previewMerge } from "@/lib/merging/operations/preview-merge";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const database = await testDatabase();

async function aCompany(): Promise<Actor> {
  const actor = { ...staff((await aTenant(database.owner)).id), authenticatedAt: new Date() };
  await inOperation(actor, openChartOfAccounts);
  return actor;
}

const create = (actor: Actor, name: string, more: object = {}) =>
  run(
    createClient,
    { name, email: `${name.toLowerCase()}@example.com`, country: "DE", currency: "EUR", ...more } as never,
    { actor },
  );

async function merge(actor: Actor, from: string, into: string) {
  const version = async (clientId: string) => (await run(getClient, { clientId }, { actor })).version;
  const input = {
    clientId: from,
    version: await version(from),
    intoId: into,
    intoVersion: await version(into),
  };
  return run(mergeClients, input, { actor });
}

const totals = async (actor: Actor, per: string) =>
  (
    await database.owner.query(
      `select ${per}, currency, sum(debit_minor - credit_minor)::text as net from ledger_balances
       where tenant_id = $1 group by 1, 2 having sum(debit_minor - credit_minor) <> 0 order by 1, 2`,
      [actor.tenantId],
    )
  ).rows;

describe("a merge", () => {
  test("moves what hangs on the client, audits both sides, and leads on", async () => {
    const actor = await aCompany();
    const [from, into] = [
      await create(actor, "Old", { tags: ["a", "B"] }),
      await create(actor, "New", { tags: ["b"] }),
    ];
    await run(createContact, { clientId: from.id, name: "C", email: "c@example.com" }, { actor });
    await run(createContact, { clientId: from.id, name: "D", email: "d@example.com" }, { actor });
    await run(createContact, { clientId: into.id, name: "D at New", email: "d@example.com" }, { actor });
    await run(createNote, { clientId: from.id, text: "Remember." }, { actor });
    await run(addFile, { clientId: from.id, name: "f.txt", content: "YQ==" }, { actor });
    await inOperation(actor, (context) => postEntries(context, [aSale({ clientId: from.id })]));
    expect(await run(previewMerge, { clientId: from.id, intoId: into.id }, { actor })).toMatchObject({
      contacts: 2,
      notes: 1,
      files: 1,
      tags: ["a", "B"],
      refusedBy: null,
      balances: [{ net: { minor: 11_900n, currency: "EUR" } }],
    });

    const kept = await merge(actor, from.id, into.id);
    expect(kept).toMatchObject({ id: into.id, tags: ["b", "a"], status: "ACTIVE" });
    expect(await run(getClient, { clientId: from.id }, { actor })).toMatchObject({
      status: "MERGED",
      mergedIntoId: into.id,
    });
    const contacts = await run(listContacts, { clientId: into.id }, { actor });
    expect(contacts.items.map(({ name }) => name).sort()).toEqual(["C", "D at New", "Old"]);
    expect((await run(listNotes, { clientId: into.id }, { actor })).items.length).toBe(1);
    expect((await run(listFiles, { clientId: into.id }, { actor })).items.length).toBe(1);
    const { rows } = await database.owner.query(
      "select record_id from audit_log where tenant_id = $1 and operation = 'clients.client.merge'",
      [actor.tenantId],
    );
    expect(rows.map(({ record_id }) => record_id).sort()).toEqual([from.id, into.id].sort());
    const events = await database.owner.query(
      "select name from outbox_events where subject = $1 and name like '%merged'",
      [from.id],
    );
    expect(events.rows.length).toBe(1);
  });

  test("is refused with itself, twice, and between two that are billed in different currencies", async () => {
    const actor = await aCompany();
    const [euro, dollar, third] = [
      await create(actor, "Euro"),
      await create(actor, "Dollar", { currency: "USD" }),
      await create(actor, "Third"),
    ];
    await inOperation(actor, (context) =>
      postEntries(context, [aSale({ clientId: euro.id }), aSale({ clientId: dollar.id, currency: "USD" })]),
    );
    await expect(merge(actor, euro.id, euro.id)).rejects.toMatchObject({ code: "clients.merge_with_itself" });
    await expect(merge(actor, euro.id, dollar.id)).rejects.toMatchObject({
      code: "clients.merge_currencies_differ",
    });
    expect(await merge(actor, dollar.id, third.id), "an unbilled one takes the currency over").toMatchObject({
      currency: "USD",
    });
    await expect(merge(actor, dollar.id, euro.id)).rejects.toMatchObject({
      code: "clients.client_not_changeable",
    });
    const stale = { ...actor, authenticatedAt: new Date(0) };
    await expect(merge(stale, third.id, euro.id)).rejects.toMatchObject({
      code: "core.fresh_sign_in_needed",
    });
  });

  test("keeps every account's total, whatever was posted, and leaves nothing behind", async () => {
    const actor = await aCompany();
    const sale = fc.record({
      net: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      tax: fc.bigInt({ min: 1n, max: 10n ** 10n }),
      whose: fc.integer({ min: 0, max: 2 }),
      currency: fc.constantFrom("EUR" as const, "USD" as const),
    });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 8 }), async (sales) => {
        n += 1;
        const ids: string[] = [];
        for (const who of ["a", "b", "c"]) ids.push((await create(actor, `P${n}${who}`)).id);
        const entries = sales.map(({ whose, ...given }) =>
          aSale({ ...given, clientId: ids[whose] as string }),
        );
        await inOperation(actor, (context) => postEntries(context, entries));
        const before = await totals(actor, "account_id");

        await merge(actor, ids[0] as string, ids[1] as string);
        expect(await totals(actor, "account_id")).toEqual(before);
        const held = await totals(actor, "client_id");
        expect(held.filter(({ client_id }) => client_id === ids[0])).toEqual([]);
      }),
      { numRuns: 12 },
    );
    expect(await brokenBooks(database.owner)).toEqual([]);
  });
});
