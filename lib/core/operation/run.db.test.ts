import { describe, expect, test } from "vitest";
import { z } from "zod";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { createClient } from "@/lib/clients/operations/create-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { updateClient } from "@/lib/clients/operations/update-client";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput, Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";
import { operation, query } from "@/lib/core/operation/operation";
import { perform, run } from "@/lib/core/operation/run";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const { input } = createClient.example;

describe("an operation", () => {
  test("commits its change with one audit row and its event", async () => {
    const { id: tenantId } = await aTenant(database.owner);
    const actor = staff(tenantId);
    const client = await run(createClient, input, { actor, requestId: "request-1", address: "203.0.113.7" });

    const [audit] = await rows("select * from audit_log where tenant_id = $1", [tenantId]);
    expect(audit).toMatchObject({
      operation: "clients.client.create",
      actor_kind: "user",
      actor_id: actor.id,
      actor_name: actor.name,
      address: "203.0.113.7",
      request_id: "request-1",
      record_type: "client",
      record_id: client.id,
      before: null,
      after: { name: "Ada Lovelace", number: "1" },
    });
    const [event] = await rows("select * from outbox_events where tenant_id = $1", [tenantId]);
    expect(event).toMatchObject({
      name: "clients/client.created",
      subject: client.id,
      payload: { clientId: client.id },
      actor: { kind: "user", id: actor.id },
    });
  });

  test("that refuses changes nothing and leaves no trace", async () => {
    const { id: tenantId } = await aTenant(database.owner);
    const actor = staff(tenantId);
    const client = await run(createClient, input, { actor });
    await run(archiveClient, { clientId: client.id, version: 1 }, { actor });
    const before = await traces(tenantId);

    const refused = run(updateClient, { clientId: client.id, version: 2, name: "X" }, { actor });
    await expect(refused).rejects.toMatchObject({ code: "clients.client_not_changeable", kind: "conflict" });
    expect(await traces(tenantId)).toEqual(before);
  });

  test("may refuse and keep its traces: a failure that must count commits with audit row and event", async () => {
    const { id: tenantId } = await aTenant(database.owner);
    const counting = operation({
      name: "clients.client.count",
      summary: "Counts a failure",
      audience: ["staff"],
      input: z.strictObject({}),
      output: z.strictObject({}),
      example: { input: {}, output: {} },
      async run({ tenantId, execute, audit, emit, refuseAndKeep }) {
        await execute(sql`update tenants set phone = '1' where id = ${tenantId}::uuid`);
        audit(null, { id: tenantId, failures: 1 }, "attempt");
        emit({ name: "test/attempt.failed", subject: tenantId, payload: {} });
        return refuseAndKeep(new Refusal("unauthenticated", "test.wrong", "Wrong."));
      },
    });
    const call = { actor: staff(tenantId), idempotencyKey: "the-same" };
    for (const _ of [1, 2])
      await expect(run(counting, {}, call)).rejects.toMatchObject({ code: "test.wrong" });

    expect(await rows("select phone from tenants where id = $1", [tenantId])).toEqual([{ phone: "1" }]);
    expect(await rows("select record_type from audit_log where tenant_id = $1", [tenantId])).toHaveLength(2);
    expect(await rows("select name from outbox_events where tenant_id = $1", [tenantId])).toHaveLength(2);
  });

  test("asks for a fresh sign-in where it is sensitive, and leaves some things to the client alone", async () => {
    const { id: tenantId } = await aTenant(database.owner);
    const person = { ...staff(tenantId), authenticatedAt: undefined };
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const impersonator = { id: newId(), name: "Grace Hopper" };
    const sensitive = { ...createClient, needsFreshSignIn: true, refusedToImpersonators: true };
    const stale = { code: "core.fresh_sign_in_needed" };

    await expect(run(sensitive, input, { actor: person })).rejects.toMatchObject(stale);
    const old = { ...person, authenticatedAt: ago(16) };
    await expect(run(sensitive, input, { actor: old })).rejects.toMatchObject(stale);
    const fresh = { ...person, authenticatedAt: ago(1) };
    await expect(run(sensitive, input, { actor: { ...fresh, impersonator } })).rejects.toMatchObject({
      code: "core.impersonating",
    });
    await run(sensitive, input, { actor: fresh });
    await run(createClient, { ...input, email: "other@example.com" }, { actor: { ...person, impersonator } });
    expect(
      await rows("select by_id, by_name from audit_log where tenant_id = $1 order by sequence", [tenantId]),
    ).toEqual([
      { by_id: null, by_name: null },
      { by_id: impersonator.id, by_name: "Grace Hopper" },
    ]);
  });

  test("needs the permission that bears its name", async () => {
    const { id: tenantId } = await aTenant(database.owner);
    const actor = staff(tenantId, ["clients.client.list"]);
    await expect(run(createClient, input, { actor })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(run(listClients, {}, { actor })).resolves.toMatchObject({ items: [] });
  });

  test("refuses input by field, and unknown fields by name", async () => {
    const { system } = await aTenant(database.owner);
    const hostile = { ...input, email: "no address", country: "XX", tenantId: newId(), status: "ARCHIVED" };
    const error = await perform(createClient, hostile, { actor: system }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInput);
    expect((error as InvalidInput).fields.map((field) => field.path).sort()).toEqual([
      "country",
      "email",
      "status",
      "tenantId",
    ]);
  });

  test("takes its instant from the database's clock unless a scenario moves it (F-20)", async () => {
    const { system } = await aTenant(database.owner);
    const moved = new Date("2027-02-28T12:00:00.000Z");
    expect((await run(createClient, input, { actor: system, now: moved })).createdAt).toEqual(moved);

    const [{ now }] = (await rows("select now()")) as [{ now: Date }];
    const skewed = Date.now;
    Date.now = () => skewed() + 600_000;
    try {
      const { createdAt } = await run(createClient, input, { actor: system });
      expect(Math.abs(createdAt.getTime() - now.getTime())).toBeLessThan(60_000);
    } finally {
      Date.now = skewed;
    }
  });

  test("drops what its output does not name", async () => {
    const { system } = await aTenant(database.owner);
    const { wire } = await perform(createClient, input, { actor: system });
    expect(Object.keys(wire).sort()).toEqual(Object.keys(createClient.example.output).sort());
  });

  test("may run another as part of itself: one transaction, both audited", async () => {
    const { id: tenantId, system } = await aTenant(database.owner);
    const both = operation({
      name: "clients.pair.create",
      summary: "Create two clients",
      audience: ["staff"],
      input: z.strictObject({ second: z.string() }),
      output: z.object({ count: z.number() }),
      example: { input: { second: "x" }, output: { count: 2 } },
      async run({ call }, { second }) {
        await call(createClient, input);
        await call(createClient, { ...input, email: second });
        return { count: 2 };
      },
    });

    await expect(run(both, { second: "no address" }, { actor: system })).rejects.toBeInstanceOf(InvalidInput);
    expect(await traces(tenantId)).toEqual({ clients: "0", audit: "0", events: "0" });
    await run(both, { second: "eve@example.com" }, { actor: system });
    expect(await traces(tenantId)).toEqual({ clients: "2", audit: "2", events: "2" });
  });
});

describe("an idempotency key", () => {
  test("replays the stored answer for the same request, however often and at once: 50 requests, one effect", async () => {
    const { id: tenantId, system } = await aTenant(database.owner);
    const call = { actor: system, idempotencyKey: "order-1" };
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => perform(createClient, input, call)));

    expect(new Set(outcomes.map(({ wire }) => JSON.stringify(wire))).size).toBe(1);
    expect(outcomes.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
    expect(await traces(tenantId)).toEqual({ clients: "1", audit: "1", events: "1" });
  });

  test("belongs to one request: another body or operation is a conflict", async () => {
    const { system } = await aTenant(database.owner);
    const call = { actor: system, idempotencyKey: "order-1" };
    const { value } = await perform(createClient, input, call);

    await expect(perform(createClient, { ...input, name: "Eve" }, call)).rejects.toMatchObject({
      code: "core.idempotency_conflict",
    });
    const other = perform(updateClient, { clientId: value.id, version: 1, name: "Eve" }, call);
    await expect(other).rejects.toMatchObject({ code: "core.idempotency_conflict" });
  });

  test("does not care in which order the fields arrive", async () => {
    const { system } = await aTenant(database.owner);
    const call = { actor: system, idempotencyKey: "order-1" };
    await perform(createClient, input, call);
    const reversed = Object.fromEntries(Object.entries(input).reverse());
    expect((await perform(createClient, reversed, call)).isReplay).toBe(true);
  });

  test("of one person is nothing to another, nor to another company", async () => {
    const [one, two] = [await aTenant(database.owner), await aTenant(database.owner)];
    for (const actor of [staff(one.id), staff(one.id), staff(two.id)]) {
      expect((await perform(createClient, input, { actor, idempotencyKey: "order-1" })).isReplay).toBe(false);
    }
  });

  test("is kept for 24 hours, and free again after a refusal", async () => {
    const actor = staff((await aTenant(database.owner)).id);
    const at = (hours: number) => ({
      actor,
      idempotencyKey: "k",
      now: new Date(Date.UTC(2026, 3, 1, hours)),
    });
    await expect(perform(createClient, { ...input, email: "x" }, at(0))).rejects.toBeInstanceOf(Refusal);
    expect((await perform(createClient, input, at(0))).isReplay).toBe(false);
    expect((await perform(createClient, input, at(23))).isReplay).toBe(true);
    expect((await perform(createClient, input, at(25))).isReplay).toBe(false);
  });

  test("F-43: of the company's own automation is known for longer than a backup is kept", async () => {
    const { system: actor } = await aTenant(database.owner);
    const at = (day: number) => ({ actor, idempotencyKey: "k", now: new Date(Date.UTC(2026, 3, day)) });
    expect((await perform(createClient, input, at(1))).isReplay).toBe(false);
    expect((await perform(createClient, input, at(400))).isReplay).toBe(true);
    expect((await perform(createClient, input, at(402))).isReplay).toBe(false);
  });
});

describe("people who edit the same record", () => {
  test("the second is refused, with nothing lost of the first", async () => {
    const { system: actor } = await aTenant(database.owner);
    const { id: clientId } = await run(createClient, input, { actor });
    await run(updateClient, { clientId, version: 1, name: "First" }, { actor });
    const second = run(updateClient, { clientId, version: 1, name: "Second" }, { actor });
    await expect(second).rejects.toMatchObject({ code: "core.stale_version", kind: "conflict" });
  });

  test("of 16 at once, one wins", async () => {
    const { system: actor } = await aTenant(database.owner);
    const { id: clientId } = await run(createClient, input, { actor });
    const edits = Array.from({ length: 16 }, (_, n) =>
      run(updateClient, { clientId, version: 1, name: `Editor ${n}` }, { actor }),
    );
    const results = await Promise.allSettled(edits);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("F-07: serialization failures and deadlocks", () => {
  test("are repeated, with one effect in the end", async () => {
    const { system: actor } = await aTenant(database.owner);
    let attempts = 0;
    const contended = operation({
      name: "clients.number.touch",
      summary: "Take a number, failing twice on the way",
      audience: ["staff"],
      input: z.strictObject({}),
      output: z.object({ attempts: z.number() }),
      example: { input: {}, output: { attempts: 3 } },
      async run({ query: read, call }) {
        await call(createClient, input);
        attempts += 1;
        const code = ["40001", "40P01"][attempts - 1];
        if (code) await read(sql`select raise_code(${code})`);
        return { attempts };
      },
    });
    await database.owner.query(
      `create function raise_code(code text) returns void language plpgsql as
       $$ begin raise exception 'forced' using errcode = code; end $$`,
    );
    await database.owner.query("grant execute on function raise_code(text) to panel1_app");

    expect(await run(contended, {}, { actor })).toEqual({ attempts: 3 });
    expect(await traces(actor.tenantId)).toEqual({ clients: "1", audit: "1", events: "1" });
  });

  test("two that lock the same rows in opposite order both end", async () => {
    const { system: actor } = await aTenant(database.owner);
    const [a, b] = [await run(createClient, input, { actor }), await run(createClient, input, { actor })];
    const both = operation({
      name: "clients.pair.lock",
      summary: "Lock two clients, one after the other",
      audience: ["staff"],
      input: z.strictObject({ ids: z.array(z.string()) }),
      output: z.object({ done: z.boolean() }),
      example: { input: { ids: [] }, output: { done: true } },
      async run({ query: read }, { ids }) {
        for (const id of ids) {
          await read(sql`select id from clients where id = ${id}::uuid for update`);
          await read(sql`select pg_sleep(0.05)`);
        }
        return { done: true };
      },
    });
    const orders = [
      [a.id, b.id],
      [b.id, a.id],
      [a.id, b.id],
      [b.id, a.id],
    ];
    const results = await Promise.all(orders.map((ids) => run(both, { ids }, { actor })));
    expect(results).toHaveLength(4);
  });

  test("at repeatable read a lost update is impossible", async () => {
    const { system: actor } = await aTenant(database.owner);
    const { id } = await run(createClient, input, { actor });
    const careless = operation({
      name: "clients.client.increment",
      summary: "Add one by reading and then writing",
      audience: ["staff"],
      isolation: "repeatable read",
      input: z.strictObject({}),
      output: z.object({ version: z.number() }),
      example: { input: {}, output: { version: 2 } },
      async run({ query: read, execute }) {
        const [row] = await read<{ version: number }>(
          sql`select version from clients where id = ${id}::uuid`,
        );
        const version = (row?.version ?? 0) + 1;
        await execute(sql`update clients set version = ${version} where id = ${id}::uuid`);
        return { version };
      },
    });
    const results = await Promise.all(Array.from({ length: 4 }, () => run(careless, {}, { actor })));
    expect(results.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5]);
  });
});

test("a read cannot write", async () => {
  const { system: actor } = await aTenant(database.owner);
  const sneaky = query({
    name: "clients.client.sneak",
    summary: "Write while reading",
    audience: ["staff"],
    input: z.strictObject({}),
    output: z.object({}),
    example: { input: {}, output: {} },
    async run({ query: read }) {
      await read(sql`update clients set name = 'x'`);
      return {};
    },
  });
  await expect(run(sneaky, {}, { actor })).rejects.toThrow(/read-only/);
});

test("an event whose payload does not fit its schema is a defect, and nothing is committed", async () => {
  const { id: tenantId, system: actor } = await aTenant(database.owner);
  const happened = event(
    "clients/client.happened",
    z.object({ clientId: z.uuid() }),
    (payload) => payload.clientId,
  );
  const broken = operation({
    name: "clients.client.announce",
    summary: "Announce nonsense",
    audience: ["staff"],
    input: z.strictObject({}),
    output: z.object({}),
    example: { input: {}, output: {} },
    async run({ call, emit }) {
      await call(createClient, input);
      emit(happened({ clientId: "nonsense" }));
      return {};
    },
  });
  await expect(run(broken, {}, { actor })).rejects.toThrow();
  expect(await traces(tenantId)).toEqual({ clients: "0", audit: "0", events: "0" });
});

async function traces(tenantId: string) {
  const [found] = await rows(
    `select (select count(*) from clients where tenant_id = $1) as clients,
      (select count(*) from audit_log where tenant_id = $1) as audit,
      (select count(*) from outbox_events where tenant_id = $1) as events`,
    [tenantId],
  );
  return found;
}
