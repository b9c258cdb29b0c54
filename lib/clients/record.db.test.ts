import { describe, expect, test } from "vitest";
import { aPerson as aUser } from "@/lib/auth/testing";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { changeClients } from "@/lib/clients/operations/change-clients";
import { createClient } from "@/lib/clients/operations/create-client";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createField } from "@/lib/clients/operations/create-field";
import { createGroup } from "@/lib/clients/operations/create-group";
import { deleteGroup } from "@/lib/clients/operations/delete-group";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { listFields } from "@/lib/clients/operations/list-fields";
import { updateClient } from "@/lib/clients/operations/update-client";
import { updateField } from "@/lib/clients/operations/update-field";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { postEntries } from "@/lib/ledger/posting";
import { aSale, inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const basics = { name: "Ada Lovelace", email: "ada@example.com", country: "DE", currency: "EUR" } as const;

async function aCompany(): Promise<Actor> {
  return staff((await aTenant(database.owner)).id);
}

const problems = (fields: Record<string, string>) => ({
  code: "core.invalid_input",
  fields: expect.arrayContaining(
    Object.entries(fields).map(([path, code]) => expect.objectContaining({ path, code })),
  ),
});

describe("a client's address", () => {
  test("follows the rules of its country", async () => {
    const actor = await aCompany();
    const street = { line1: "1 High Street", city: "Springfield" };
    const american = { ...basics, ...street, country: "US", region: "Illinois", postalCode: "62701" };
    expect(await run(createClient, american, { actor })).toMatchObject({ region: "IL", postalCode: "62701" });
    const british = {
      ...basics,
      line1: "12 St James's Square",
      city: "London",
      postalCode: "sw1y 4lb",
      country: "GB",
    };
    expect(await run(createClient, british, { actor })).toMatchObject({ postalCode: "SW1Y 4LB" });
    const japanese = {
      ...basics,
      line1: "1-2-3 Setagaya",
      country: "JP",
      region: "13",
      postalCode: "154-0023",
    };
    expect(await run(createClient, japanese, { actor })).toMatchObject({ region: "13" });

    const wrong = run(createClient, { ...american, region: "Bavaria", postalCode: "1234" }, { actor });
    await expect(wrong).rejects.toMatchObject(
      problems({ region: "invalid_value", postalCode: "postal_code" }),
    );
    const missing = run(createClient, { ...basics, city: "Berlin" }, { actor });
    await expect(missing).rejects.toMatchObject(
      problems({ line1: "missing_in_address", postalCode: "missing_in_address" }),
    );
  });

  test("that was odd before does not stand in the way of another change", async () => {
    const actor = await aCompany();
    const { id } = await run(createClient, basics, { actor });
    await database.owner.query("update clients set city = 'Berlin' where id = $1", [id]);
    const change = { clientId: id, version: 1, name: "Ada King", city: "Berlin", country: "DE" };
    expect(await run(updateClient, change, { actor })).toMatchObject({ name: "Ada King", city: "Berlin" });
  });
});

test("telephone and tax number are kept in their plain forms, and slips are refused", async () => {
  const actor = await aCompany();
  const given = { ...basics, phone: "030 901820", taxNumber: "de 136.695.976" };
  expect(await run(createClient, given, { actor })).toMatchObject({
    phone: "+4930901820",
    taxNumber: "DE136695976",
  });
  const national = { ...basics, taxNumber: "12/345/67890" };
  expect(await run(createClient, national, { actor })).toMatchObject({ taxNumber: "12/345/67890" });

  const slips = run(createClient, { ...basics, phone: "12", taxNumber: "DE136695977" }, { actor });
  await expect(slips).rejects.toMatchObject(problems({ phone: "phone", taxNumber: "tax_number" }));
});

describe("the currency of a client", () => {
  test("can change until something is billed in it, and then stays", async () => {
    const actor = await aCompany();
    const { id: clientId } = await run(createClient, basics, { actor });
    const change = { clientId, version: 1, currency: "USD" } as const;
    expect(await run(updateClient, change, { actor })).toMatchObject({
      currency: "USD",
      isCurrencyLocked: false,
    });

    await inOperation(actor, openChartOfAccounts);
    await inOperation(actor, (context) => postEntries(context, [aSale({ clientId, currency: "USD" })]));
    const { version, isCurrencyLocked } = await run(getClient, { clientId }, { actor });
    expect(isCurrencyLocked).toBe(true);
    const again = run(updateClient, { clientId, version, currency: "EUR" }, { actor });
    await expect(again).rejects.toMatchObject({ code: "clients.currency_locked" });
  });

  test("is held by the database whoever writes", async () => {
    const actor = await aCompany();
    const { id } = await run(createClient, basics, { actor });
    await database.owner.query("update clients set currency_locked_at = now() where id = $1", [id]);
    const write = database.owner.query("update clients set currency = 'USD' where id = $1", [id]);
    await expect(write).rejects.toMatchObject({ constraint: "clients_currency_locked" });
  });
});

describe("custom fields", () => {
  const ask = (actor: Actor, input: object) =>
    run(createField, { key: "k", kind: "text", label: { en: "Question" }, ...input } as never, { actor });

  test("are answered, checked, kept when retired, and shown to the client where they are meant for it", async () => {
    const actor = await aCompany();
    await ask(actor, { key: "size", kind: "number" });
    await ask(actor, { key: "since", kind: "date", isVisibleToClient: true });
    const vip = await ask(actor, { key: "vip", kind: "yes_no" });
    await ask(actor, { key: "plan", kind: "choice", choices: [{ value: "a" }, { value: "b" }] });
    const customValues = { size: "12.5", since: "2024-02-29", vip: "on", plan: "b" };
    const client = await run(createClient, { ...basics, customValues }, { actor });
    expect(client.customValues).toEqual({ size: 12.5, since: "2024-02-29", vip: true, plan: "b" });

    const wrong = { size: "many", since: "2023-02-29", vip: "perhaps", plan: "c", other: "x" };
    const refused = run(updateClient, { clientId: client.id, version: 1, customValues: wrong }, { actor });
    await expect(refused).rejects.toMatchObject(
      problems({
        "customValues.size": "custom_value",
        "customValues.since": "custom_value",
        "customValues.vip": "custom_value",
        "customValues.plan": "custom_value",
        "customValues.other": "unknown_key",
      }),
    );

    await run(updateField, { fieldId: vip.id, version: 1, isRetired: true }, { actor });
    const change = { clientId: client.id, version: 1, customValues: { size: null } };
    const after = await run(updateClient, change, { actor });
    expect(after.customValues).toEqual({ since: "2024-02-29", vip: true, plan: "b" });

    const person = clientUser(actor.tenantId, client.id);
    expect((await run(getClient, { clientId: client.id }, { actor: person })).customValues).toEqual({
      since: "2024-02-29",
    });
    expect((await run(listFields, {}, { actor: person })).items.map(({ key }) => key)).toEqual(["since"]);
  });

  test("that are required are asked of people", async () => {
    const actor = await aCompany();
    await ask(actor, { key: "why", isRequired: true });
    await expect(run(createClient, basics, { actor })).rejects.toMatchObject(
      problems({ "customValues.why": "too_small" }),
    );
    await run(createClient, { ...basics, customValues: { why: "because" } }, { actor });
    await expect(ask(actor, { key: "why" })).rejects.toMatchObject({ code: "clients.field_key_taken" });
  });

  test("S-57: an object, a list or an operator in place of an answer is refused before any query", async () => {
    const actor = await aCompany();
    await ask(actor, { key: "why" });
    for (const why of [{ not: "" }, { contains: "" }, [], [""], { gt: 1 }]) {
      const input = { ...basics, customValues: { why } };
      await expect(run(createClient, input as never, { actor })).rejects.toMatchObject({ kind: "invalid" });
    }
    for (const key of ["__proto__", "constructor", "why; drop"]) {
      const input = { ...basics, customValues: JSON.parse(`{"${key}":"x"}`) };
      const attempt = run(createClient, input, { actor });
      if (key !== "__proto__") await expect(attempt, key).rejects.toMatchObject({ kind: "invalid" });
      else expect((await attempt.catch(() => ({ customValues: {} }))).customValues).toEqual({});
    }
  });
});

describe("search", () => {
  test("finds a client by anything that is known of it", async () => {
    const actor = await aCompany();
    const client = await run(
      createClient,
      {
        ...basics,
        kind: "COMPANY",
        companyName: "Analytical Engines",
        line1: "Lindenstraße 5",
        postalCode: "10115",
        city: "Berlin",
        phone: "030 901820",
        taxNumber: "DE136695976",
        tags: ["Founding partner"],
      },
      { actor },
    );
    await run(createClient, { ...basics, name: "Somebody Else", email: "else@example.org" }, { actor });
    await run(
      createContact,
      {
        clientId: client.id,
        name: "Charles Babbage",
        email: "cb@engines.example",
        phone: "+44 20 7930 1234",
      },
      { actor },
    );
    const user = await aUser(actor.tenantId, { name: "Luigi Menabrea", email: "luigi@turin.example" });
    await database.owner.query(
      `insert into memberships (id, tenant_id, user_id, client_id, role, created_at, updated_at)
       values ($1, $2, $3, $4, 'client_owner', now(), now())`,
      [newId(), actor.tenantId, user.id, client.id],
    );

    const found = async (search: string, more: object = {}) =>
      (await run(listClients, { search, ...more }, { actor })).items.map(({ name }) => name);
    for (const search of [
      "ada love",
      "analytical",
      "ADA@example.com",
      String(client.number),
      "lindenstr",
      "10115 berlin",
      "030 901820",
      "+49 30 901820",
      "030/90 18 20",
      "DE 136 695 976",
      "136695976",
      "founding",
      "babbage",
      "cb@engines",
      "020 7930 1234",
      "menabrea",
      "luigi@turin.example",
    ])
      expect(await found(search), search).toContain("Ada Lovelace");
    expect(await found("babbage")).toEqual(["Ada Lovelace"]);
    expect(await found("example", { tag: "founding PARTNER" })).toEqual(["Ada Lovelace"]);
    expect(await found("example", { status: "ARCHIVED" })).toEqual([]);
    for (const search of ["' | 'x", "\\", "':*", "=status:ACTIVE", "!", "0000", "((", "a & !b"])
      expect(Array.isArray(await found(search)), search).toBe(true);
    expect(await found("nobody")).toEqual([]);
  });

  test("follows what changes, and shows a client's person the own record only", async () => {
    const actor = await aCompany();
    const mine = await run(createClient, basics, { actor });
    await run(createClient, { ...basics, name: "Ada Byron" }, { actor });
    await run(updateClient, { clientId: mine.id, version: 1, name: "Augusta King" }, { actor });
    const names = async (search: string, by = actor) =>
      (await run(listClients, { search }, { actor: by })).items.map(({ name }) => name);
    expect(await names("lovelace")).toEqual([]);
    expect(await names("augusta")).toEqual(["Augusta King"]);
    expect(await names("ada", clientUser(actor.tenantId, mine.id))).toEqual(["Augusta King"]);
    const stranger = staff((await aTenant(database.owner)).id);
    expect(await names("augusta", stranger)).toEqual([]);
  });
});

describe("many clients at once", () => {
  test("are tagged, grouped and archived; each is audited and announced, and what does not fit is skipped", async () => {
    const actor = await aCompany();
    const group = await run(createGroup, { name: "Resellers" }, { actor });
    const ids: string[] = [];
    for (const name of ["A", "B", "C"])
      ids.push((await run(createClient, { ...basics, name }, { actor })).id);
    await run(archiveClient, { clientId: ids[2] as string, version: 1 }, { actor });

    const all = { clients: [...ids, newId()] };
    const tag = { kind: "addTag", tag: "VIP" } as const;
    expect(await run(changeClients, { ...all, change: tag }, { actor })).toEqual({ changed: 2, skipped: 2 });
    expect(
      await run(changeClients, { ...all, change: { kind: "addTag", tag: "vip" } }, { actor }),
    ).toMatchObject({ changed: 0 });
    await run(changeClients, { ...all, change: { kind: "group", groupId: group.id } }, { actor });
    expect(await run(changeClients, { ...all, change: { kind: "archive" } }, { actor })).toEqual({
      changed: 2,
      skipped: 2,
    });

    const { items } = await run(listClients, { groupId: group.id, sort: "name" }, { actor });
    expect(items).toMatchObject([
      { name: "A", tags: ["VIP"], status: "ARCHIVED", version: 4 },
      { name: "B", tags: ["VIP"], status: "ARCHIVED", version: 4 },
    ]);
    const audited = await database.owner.query(
      "select count(*)::int as n from audit_log where tenant_id = $1 and operation = 'clients.client.changeMany' and record_id is not null",
      [actor.tenantId],
    );
    expect(audited.rows[0].n).toBe(6);
    await expect(run(deleteGroup, { groupId: group.id, version: 1 }, { actor })).rejects.toMatchObject({
      code: "clients.group_in_use",
    });
  });
});
