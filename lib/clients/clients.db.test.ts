import { describe, expect, test } from "vitest";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { createClient } from "@/lib/clients/operations/create-client";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { restoreClient } from "@/lib/clients/operations/restore-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const aPerson = { kind: "PERSON", country: "GB", currency: "GBP" } as const;

async function aCompany(): Promise<Actor> {
  return staff((await aTenant(database.owner)).id);
}

async function create(actor: Actor, name: string, more: object = {}) {
  const email = `${name.toLowerCase().replace(/[^a-z]/g, ".")}@example.com`;
  return run(createClient, { ...aPerson, name, email, ...more }, { actor });
}

describe("a client", () => {
  test("is created with the next number, changed, archived and restored; each is audited and announced", async () => {
    const actor = await aCompany();
    const client = await create(actor, "Ada Lovelace");
    expect(client).toMatchObject({ number: 1n, status: "ACTIVE", version: 1 });
    const clientId = client.id;

    const changed = await run(
      updateClient,
      { clientId, version: 1, name: "Ada King", companyName: "Engines Ltd" },
      { actor },
    );
    expect(changed).toMatchObject({
      name: "Ada King",
      companyName: "Engines Ltd",
      email: client.email,
      version: 2,
    });
    await run(archiveClient, { clientId, version: 2 }, { actor });
    await run(restoreClient, { clientId, version: 3 }, { actor });
    expect(await run(getClient, { clientId }, { actor })).toMatchObject({ status: "ACTIVE", version: 4 });

    const { rows } = await database.owner.query(
      "select operation, before->>'name' as before, after->>'name' as after from audit_log where record_id = $1 order by sequence",
      [clientId],
    );
    expect(rows).toEqual([
      { operation: "clients.client.create", before: null, after: "Ada Lovelace" },
      { operation: "clients.client.update", before: "Ada Lovelace", after: "Ada King" },
      { operation: "clients.client.archive", before: "Ada King", after: "Ada King" },
      { operation: "clients.client.restore", before: "Ada King", after: "Ada King" },
    ]);
    const events = await database.owner.query(
      "select name from outbox_events where subject = $1 order by sequence",
      [clientId],
    );
    expect(events.rows.map(({ name }) => name.split(".")[1])).toEqual([
      "created",
      "updated",
      "archived",
      "restored",
    ]);
  });

  test("that does not exist is not found; an archived one is not changed, an active one not restored", async () => {
    const actor = await aCompany();
    const { id: clientId } = await create(actor, "Ada Lovelace");
    for (const operation of [updateClient, archiveClient, restoreClient] as const) {
      const missing = run(operation, { clientId: newId(), version: 1 }, { actor });
      await expect(missing).rejects.toMatchObject({ code: "clients.client_not_found" });
    }
    const wrong = { code: "clients.client_not_changeable" };
    await expect(run(restoreClient, { clientId, version: 1 }, { actor })).rejects.toMatchObject(wrong);
    await run(archiveClient, { clientId, version: 1 }, { actor });
    await expect(run(archiveClient, { clientId, version: 2 }, { actor })).rejects.toMatchObject(wrong);
    await expect(run(updateClient, { clientId, version: 2, name: "X" }, { actor })).rejects.toMatchObject(
      wrong,
    );
  });

  test("who signs in sees the own record and no other", async () => {
    const actor = await aCompany();
    const [mine, other] = [await create(actor, "Ada Lovelace"), await create(actor, "Alan Turing")];
    const person = clientUser(actor.tenantId, mine.id);
    expect((await run(listClients, {}, { actor: person })).items.map(({ id }) => id)).toEqual([mine.id]);
    expect((await run(listClients, { search: "a" }, { actor: person })).items.map(({ id }) => id)).toEqual([
      mine.id,
    ]);
    const foreign = run(getClient, { clientId: other.id }, { actor: person });
    await expect(foreign).rejects.toMatchObject({ code: "clients.client_not_found" });
    await expect(
      run(updateClient, { clientId: mine.id, version: 1, name: "X" }, { actor: person }),
    ).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});

describe("the list of clients", () => {
  test("is read page by page, in every order, without a gap or a double, even while rows are added", async () => {
    const actor = await aCompany();
    for (let n = 0; n < 23; n += 1) await create(actor, `Client ${String.fromCharCode(97 + ((n * 7) % 23))}`);

    for (const sort of ["name", "-name", "createdAt", "-createdAt", "number", "-number"]) {
      const seen: bigint[] = [];
      let cursor: string | undefined;
      do {
        const page = await run(listClients, { sort, limit: 5, ...(cursor && { cursor }) }, { actor });
        seen.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(23);
      if (sort === "number") expect(seen).toEqual(Array.from({ length: 23 }, (_, n) => BigInt(n + 1)));
    }

    const first = await run(listClients, { sort: "number", limit: 5 }, { actor });
    await create(actor, "Newcomer");
    const second = await run(
      listClients,
      { sort: "number", limit: 5, cursor: first.nextCursor as string },
      { actor },
    );
    expect(second.items.map(({ number }) => number)).toEqual([6n, 7n, 8n, 9n, 10n]);
  });

  test("is filtered and searched by the beginnings of words", async () => {
    const actor = await aCompany();
    await create(actor, "Ada Lovelace", { country: "GB" });
    await create(actor, "Grace Hopper", { kind: "COMPANY", companyName: "Compiler Works", country: "US" });
    const archived = await create(actor, "Alan Turing");
    await run(archiveClient, { clientId: archived.id, version: 1 }, { actor });

    const names = async (filter: object) =>
      (await run(listClients, { sort: "name", ...filter }, { actor })).items.map(({ name }) => name);
    expect(await names({ status: "ACTIVE" })).toEqual(["Ada Lovelace", "Grace Hopper"]);
    expect(await names({ kind: "COMPANY" })).toEqual(["Grace Hopper"]);
    expect(await names({ country: "GB" })).toEqual(["Ada Lovelace", "Alan Turing"]);
    for (const search of ["hop", "compil works", "grace.hopper@example.com", "GRACE", "2"]) {
      expect(await names({ search }), search).toEqual(["Grace Hopper"]);
    }
    for (const search of ["nobody", "' or 1=1 --", "a & b | !c", "<->", ":*", "\\"]) {
      expect(Array.isArray(await names({ search })), search).toBe(true);
    }
    expect(await names({ search: "a", status: "ARCHIVED" })).toEqual(["Alan Turing"]);
  });

  test("refuses a cursor that is not its own", async () => {
    const actor = await aCompany();
    for (const letter of "abc") await create(actor, `Client ${letter}`);
    const { nextCursor } = await run(listClients, { limit: 1, sort: "name" }, { actor });
    const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    for (const cursor of [
      "nonsense",
      `${nextCursor}x%`,
      forged(["number", "1; drop table clients", newId()]),
      forged(["-createdAt", "yesterday", newId()]),
      forged(["-createdAt", "2026-01-01 00:00:00+00", "' or true --"]),
      forged({ a: 1 }),
    ]) {
      const answer = run(listClients, { limit: 1, sort: "number", cursor }, { actor });
      await expect(answer, cursor).rejects.toMatchObject({ code: "core.invalid_input" });
    }
    const otherOrder = run(
      listClients,
      { limit: 1, sort: "number", cursor: nextCursor as string },
      { actor },
    );
    await expect(otherOrder).rejects.toMatchObject({ code: "core.invalid_input" });
  });
});
