import { beforeAll, describe, expect, test } from "vitest";
import { actorForApiKey } from "@/lib/auth/api-key-actor";
import { changeUserRole } from "@/lib/auth/operations/change-user-role";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { getUser } from "@/lib/auth/operations/get-user";
import { listUsers } from "@/lib/auth/operations/list-users";
import { reactivateUser } from "@/lib/auth/operations/reactivate-user";
import { removeUser } from "@/lib/auth/operations/remove-user";
import { suspendUser } from "@/lib/auth/operations/suspend-user";
import { aSession, holderOf, type Someone, someone } from "@/lib/auth/people/testing";
import { newId } from "@/lib/core/ids";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
let owner: Someone;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
  owner = await someone(tenant.id, "owner");
});

/** Everything by which somebody can be let in: a session, a key, a link in the mailbox, a sign-in under way. */
async function everyAccess({ id, actor }: Someone) {
  const session = await aSession(tenant.id, id);
  const { secret } = await run(createApiKey, { name: "Script", scopes: ["clients.client.list"] }, { actor });
  const link = Buffer.from(newId());
  await database.owner.query(
    `insert into one_time_tokens (token_hash, id, tenant_id, purpose, user_id, created_at, expires_at)
     values ($1, gen_random_uuid(), $2, 'sign_in_link', $3, now(), now() + interval '1 hour')`,
    [link, tenant.id, id],
  );
  await database.owner.query(
    `insert into sign_in_challenges (id, tenant_id, purpose, user_id, created_at, expires_at)
     values (gen_random_uuid(), $1, 'second_factor', $2, now(), now() + interval '1 hour')`,
    [tenant.id, id],
  );
  return { session, secret };
}

async function openDoors({ id }: Someone, { session, secret }: Awaited<ReturnType<typeof everyAccess>>) {
  const { rows: links } = await database.owner.query(
    "select 1 from one_time_tokens where user_id = $1 and used_at is null and revoked_at is null",
    [id],
  );
  const { rows: challenges } = await database.owner.query(
    "select 1 from sign_in_challenges where user_id = $1 and used_at is null",
    [id],
  );
  return {
    session: (await holderOf(session)) !== undefined,
    key: (await actorForApiKey(tenant.id, secret)) !== undefined,
    link: links.length > 0,
    challenge: challenges.length > 0,
  };
}

const shut = { session: false, key: false, link: false, challenge: false };

describe("S-19: at the next request nothing lets in", () => {
  test("whoever is suspended, and only a new sign-in does after that is taken back", async () => {
    const person = await someone(tenant.id, "admin");
    const access = await everyAccess(person);
    expect(await openDoors(person, access)).toEqual({
      session: true,
      key: true,
      link: true,
      challenge: true,
    });

    const { actor } = owner;
    const suspended = await run(
      suspendUser,
      { userId: person.id, version: 1, reason: "Left the company" },
      { actor },
    );
    expect(suspended).toMatchObject({ status: "SUSPENDED", statusReason: "Left the company", version: 2 });
    expect(await openDoors(person, access)).toEqual(shut);
    await run(reactivateUser, { userId: person.id, version: 2 }, { actor });
    expect(await openDoors(person, access)).toEqual({ ...shut, key: true });
    expect(await holderOf(await aSession(tenant.id, person.id))).toBeDefined();
  });

  test("whoever gets another role: keys beyond it are gone, and the next sign-in has the new rights only", async () => {
    const person = await someone(tenant.id, "admin");
    const wide = await run(createApiKey, { name: "Wide", scopes: ["auth.*"] }, { actor: person.actor });
    const access = await everyAccess(person);
    await run(changeUserRole, { userId: person.id, version: 1, role: "read_only" }, { actor: owner.actor });

    expect(await openDoors(person, access)).toEqual({ ...shut, key: true });
    expect((await actorForApiKey(tenant.id, access.secret))?.permissions).toEqual(["clients.client.list"]);
    expect(await actorForApiKey(tenant.id, wide.secret)).toBeUndefined();
    const again = await holderOf(await aSession(tenant.id, person.id));
    expect(again?.permissions).not.toContain("auth.*");
  });

  test("whoever is removed, for good; the address is free and the name stays in the records", async () => {
    const person = await someone(tenant.id, "support");
    await database.owner.query(
      "insert into user_credentials (user_id, tenant_id, password_hash, updated_at) values ($1, $2, 'a hash', now())",
      [person.id, tenant.id],
    );
    const access = await everyAccess({ ...person, actor: { ...person.actor, permissions: ["*"] } });
    await run(removeUser, { userId: person.id, version: 1 }, { actor: owner.actor });

    expect(await openDoors(person, access)).toEqual(shut);
    await expect(run(getUser, { userId: person.id }, { actor: owner.actor })).rejects.toMatchObject({
      code: "auth.user_not_found",
    });
    const { rows } = await database.owner.query("select name, email, status from users where id = $1", [
      person.id,
    ]);
    expect(rows).toEqual([{ name: "Grace Hopper", email: `${person.id}@removed.invalid`, status: "ERASED" }]);
    const { rows: credentials } = await database.owner.query(
      "select 1 from user_credentials where user_id = $1",
      [person.id],
    );
    expect(credentials).toEqual([]);
  });
});

describe("an account of the staff", () => {
  test("is changed with audit and event", async () => {
    const person = await someone(tenant.id, "support");
    await run(suspendUser, { userId: person.id, version: 1, reason: "On leave" }, { actor: owner.actor });

    const { rows: audited } = await database.owner.query(
      "select operation, actor_id, before, after from audit_log where record_id = $1 and operation = 'auth.user.suspend' and before is not null",
      [person.id],
    );
    expect(audited).toMatchObject([
      {
        actor_id: owner.id,
        before: { status: "ACTIVE" },
        after: { status: "SUSPENDED", statusReason: "On leave" },
      },
    ]);
    const { rows: events } = await database.owner.query(
      "select 1 from outbox_events where name = 'auth/user.suspended' and subject = $1",
      [person.id],
    );
    expect(events).toHaveLength(1);
  });

  test("is refused to a stale version, twice to the same end, and to whoever does not exist", async () => {
    const person = await someone(tenant.id, "support");
    const { actor } = owner;
    const suspend = (version: number, userId = person.id) =>
      run(suspendUser, { userId, version, reason: "On leave" }, { actor });

    await expect(suspend(2)).rejects.toMatchObject({ code: "core.stale_version" });
    await suspend(1);
    await expect(suspend(2)).rejects.toMatchObject({ code: "auth.user_not_in_state" });
    await expect(suspend(1, newId())).rejects.toMatchObject({ code: "auth.user_not_found" });
  });

  test("is found by a part of name or address, by role and by state", async () => {
    const person = await someone(tenant.id, "accountant");
    const find = async (filters: object) => {
      const { items } = await run(listUsers, { kind: "STAFF", ...filters }, { actor: owner.actor });
      return items.map(({ id }) => id);
    };
    expect(await find({ search: person.email.slice(3, 20).toUpperCase() })).toEqual([person.id]);
    expect(await find({ role: "accountant" })).toEqual([person.id]);
    expect(await find({ status: "PENDING" })).toEqual([]);
  });

  test("needs a fresh sign-in to be changed", async () => {
    const person = await someone(tenant.id, "support");
    const actor = { ...owner.actor, authenticatedAt: new Date(Date.now() - 16 * 60_000) };
    const refused = run(suspendUser, { userId: person.id, version: 1, reason: "On leave" }, { actor });
    await expect(refused).rejects.toMatchObject({ code: "core.fresh_sign_in_needed" });
  });
});

describe("the last owner", () => {
  test("is neither suspended, demoted nor removed, and nobody changes their own access", async () => {
    const alone = await aTenant(database.owner);
    const [only, admin] = [await someone(alone.id, "owner"), await someone(alone.id, "admin")];
    const wanted = { userId: only.id, version: 1 };
    const own = { code: "auth.own_account" };

    await expect(
      run(suspendUser, { ...wanted, reason: "Mistake" }, { actor: only.actor }),
    ).rejects.toMatchObject(own);
    await expect(
      run(changeUserRole, { ...wanted, role: "admin" }, { actor: only.actor }),
    ).rejects.toMatchObject(own);
    await expect(run(removeUser, wanted, { actor: only.actor })).rejects.toMatchObject(own);

    // Somebody with all rights who is no owner, for instance automation, does not get around it either.
    const last = { code: "auth.last_owner" };
    const { system: actor } = alone;
    await expect(run(suspendUser, { ...wanted, reason: "Mistake" }, { actor })).rejects.toMatchObject(last);
    await expect(run(changeUserRole, { ...wanted, role: "admin" }, { actor })).rejects.toMatchObject(last);
    await expect(run(removeUser, wanted, { actor })).rejects.toMatchObject(last);
    const above = run(suspendUser, { ...wanted, reason: "Coup" }, { actor: admin.actor });
    await expect(above).rejects.toMatchObject({ code: "auth.person_above" });
  });

  test("of two who demote each other at once, one stays", async () => {
    const pair = await aTenant(database.owner);
    const [one, other] = [await someone(pair.id, "owner"), await someone(pair.id, "owner")];
    const outcomes = await Promise.allSettled([
      run(changeUserRole, { userId: other.id, version: 1, role: "admin" }, { actor: one.actor }),
      run(changeUserRole, { userId: one.id, version: 1, role: "admin" }, { actor: other.actor }),
    ]);
    const { rows } = await database.owner.query(
      "select 1 from users where tenant_id = $1 and role = 'owner'",
      [pair.id],
    );
    expect(rows).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
