import { beforeAll, describe, expect, test } from "vitest";
import { changeUserRole } from "@/lib/auth/operations/change-user-role";
import { createRole } from "@/lib/auth/operations/create-role";
import { deleteRole } from "@/lib/auth/operations/delete-role";
import { getRole } from "@/lib/auth/operations/get-role";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { listRoles } from "@/lib/auth/operations/list-roles";
import { suspendUser } from "@/lib/auth/operations/suspend-user";
import { updateRole } from "@/lib/auth/operations/update-role";
import { aSession, holderOf, type Someone, someone } from "@/lib/auth/people/testing";
import { reaches } from "@/lib/auth/rules/grants";
import { roles, staffRoleNames } from "@/lib/auth/rules/roles";
import { Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { holds } from "@/lib/core/operation/permissions";
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
  await someone(tenant.id, "owner");
});

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("S-21: pairwise, each role of the staff against each", () => {
  for (const mine of staffRoleNames) {
    test(`${mine} suspends, invites and promotes nobody beyond its own rights`, async () => {
      const actor = (await someone(tenant.id, mine)).actor;
      const held = roles[mine].permissions;

      for (const theirs of staffRoleNames) {
        const target = await someone(tenant.id, theirs);
        const mayTouch = reaches(held, roles[theirs].permissions);

        const suspended = await codeOf(
          run(suspendUser, { userId: target.id, version: 1, reason: "A test" }, { actor }),
        );
        const mayAtAll = holds(held, "auth.user.suspend");
        const expected = !mayAtAll ? "core.forbidden" : mayTouch ? "done" : "auth.person_above";
        expect(suspended, `${mine} suspends ${theirs}`).toBe(expected);

        const email = `${newId()}@example.com`;
        const invited = await codeOf(run(inviteStaff, { email, role: theirs }, { actor }));
        const mayInvite = holds(held, "auth.staffInvitation.create");
        expect(invited, `${mine} invites ${theirs}`).toBe(
          !mayInvite ? "core.forbidden" : mayTouch ? "done" : "auth.role_not_held",
        );

        const helper = await someone(tenant.id, "read_only");
        const promoted = await codeOf(
          run(changeUserRole, { userId: helper.id, version: 1, role: theirs }, { actor }),
        );
        const mayChange = holds(held, "auth.user.changeRole") && reaches(held, roles.read_only.permissions);
        expect(promoted, `${mine} makes somebody ${theirs}`).toBe(
          !mayChange ? "core.forbidden" : mayTouch ? "done" : "auth.role_not_held",
        );
      }
    });
  }

  test("a role of the company gives no more than its maker holds, and its holder cannot widen it", async () => {
    const admin = await someone(tenant.id, "admin");
    const permissions = ["auth.role.create", "auth.role.update", "auth.role.list", "clients.client.list"];
    const role = await run(
      createRole,
      { kind: "STAFF", name: "Keeper", permissions },
      { actor: admin.actor },
    );
    const person = await someone(tenant.id, "support");
    await run(changeUserRole, { userId: person.id, version: 1, role: role.key }, { actor: owner.actor });
    const actor = (await holderOf(await aSession(tenant.id, person.id))) ?? owner.actor;
    expect(actor.permissions).toEqual(expect.arrayContaining(permissions));

    const wider = { name: "Keeper", permissions: [...permissions, "clients.client.archive"] };
    expect(await codeOf(run(updateRole, { roleId: role.key, version: 1, ...wider }, { actor }))).toBe(
      "auth.own_role",
    );
    expect(
      await codeOf(
        run(createRole, { kind: "STAFF", name: "More", ...{ permissions: wider.permissions } }, { actor }),
      ),
    ).toBe("auth.role_not_held");
    const above = await run(
      createRole,
      { kind: "STAFF", name: "Above", permissions: ["clients.client.archive"] },
      { actor: owner.actor },
    );
    const narrowed = run(
      updateRole,
      { roleId: above.key, version: 1, name: "Above", permissions: [] },
      { actor },
    );
    expect(await codeOf(narrowed)).toBe("auth.role_not_held");
  });

  test("patterns cannot be put into a role of the company: what a later version adds is not given in advance", async () => {
    for (const permission of ["*", "auth.*", "auth.role.*"]) {
      const attempt = run(
        createRole,
        { kind: "STAFF", name: "Wild", permissions: [permission] },
        { actor: owner.actor },
      );
      expect(await codeOf(attempt)).toBe("core.invalid_input");
    }
  });
});

describe("a role of the company", () => {
  test("is created, changed for all who have it at once, and deleted when nobody has it", async () => {
    const { actor } = owner;
    const made = await run(
      createRole,
      {
        kind: "STAFF",
        name: "Night shift",
        base: "support",
        permissions: ["clients.client.get", "auth.user.me"],
      },
      { actor },
    );
    expect(made).toMatchObject({ base: "support", permissions: ["clients.client.get"], people: 0 });

    const person = await someone(tenant.id, "read_only");
    await run(changeUserRole, { userId: person.id, version: 1, role: made.key }, { actor });
    const session = await aSession(tenant.id, person.id);
    const may = async (name: string) => holds((await holderOf(session))?.permissions ?? [], name);
    expect([
      await may("clients.client.get"),
      await may("clients.client.list"),
      await may("auth.user.me"),
    ]).toEqual([true, false, true]);

    const change = { roleId: made.key, version: 1, name: "Day shift", permissions: ["clients.client.list"] };
    await run(updateRole, change, { actor });
    expect([await may("clients.client.get"), await may("clients.client.list")]).toEqual([false, true]);

    expect(await codeOf(run(deleteRole, { roleId: made.key, version: 2 }, { actor }))).toBe(
      "auth.role_in_use",
    );
    expect((await run(getRole, { role: made.key }, { actor })).holders).toMatchObject([
      { userId: person.id },
    ]);
    await run(changeUserRole, { userId: person.id, version: 2, role: "read_only" }, { actor });
    await run(deleteRole, { roleId: made.key, version: 2 }, { actor });
    expect(await codeOf(run(getRole, { role: made.key }, { actor }))).toBe("auth.role_not_found");
  });

  test("has a name of its own, is not deleted while somebody is invited to it, and fits its kind only", async () => {
    const { actor } = owner;
    const role = await run(createRole, { kind: "CLIENT", name: "Buyer", permissions: [] }, { actor });
    const again = run(createRole, { kind: "STAFF", name: "BUYER", permissions: [] }, { actor });
    expect(await codeOf(again)).toBe("auth.role_name_taken");
    const wrongKind = run(inviteStaff, { email: "x@example.com", role: role.key }, { actor });
    expect(await codeOf(wrongKind)).toBe("auth.role_not_found");

    const staffRole = await run(createRole, { kind: "STAFF", name: "Intern", permissions: [] }, { actor });
    await run(inviteStaff, { email: `${newId()}@example.com`, role: staffRole.key }, { actor });
    expect(await codeOf(run(deleteRole, { roleId: staffRole.key, version: 1 }, { actor }))).toBe(
      "auth.role_in_use",
    );
  });

  test("of another company is none here", async () => {
    const other = await aTenant(database.owner);
    const stranger = await someone(other.id, "owner");
    const theirs = await run(
      createRole,
      { kind: "STAFF", name: "Theirs", permissions: [] },
      { actor: stranger.actor },
    );
    const { actor } = owner;
    const person = await someone(tenant.id, "read_only");

    expect(await codeOf(run(inviteStaff, { email: "y@example.com", role: theirs.key }, { actor }))).toBe(
      "auth.role_not_found",
    );
    expect(
      await codeOf(run(changeUserRole, { userId: person.id, version: 1, role: theirs.key }, { actor })),
    ).toBe("auth.role_not_found");
    const { items } = await run(listRoles, {}, { actor });
    expect(items.map(({ key }) => key)).not.toContain(theirs.key);
  });
});
