import { beforeAll, describe, expect, test } from "vitest";
import { changeMembershipRole } from "@/lib/auth/operations/change-membership-role";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { listMemberInvitations } from "@/lib/auth/operations/list-member-invitations";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { listOwnClients } from "@/lib/auth/operations/list-own-clients";
import { removeMembership } from "@/lib/auth/operations/remove-membership";
import { resendMemberInvitation } from "@/lib/auth/operations/resend-member-invitation";
import { revokeMemberInvitation } from "@/lib/auth/operations/revoke-member-invitation";
import { revokeStaffInvitation } from "@/lib/auth/operations/revoke-staff-invitation";
import { switchClient } from "@/lib/auth/operations/switch-client";
import { aClient, alsoActsFor, aSession, holderOf, type Someone, someone } from "@/lib/auth/people/testing";
import { reaches } from "@/lib/auth/rules/grants";
import { clientRoleNames, permissionsOf, roles } from "@/lib/auth/rules/roles";
import { listClients } from "@/lib/clients/operations/list-clients";
import { Refusal } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { holds } from "@/lib/core/operation/permissions";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
let staff: Someone;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
  staff = await someone(tenant.id, "owner");
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

const anAddress = () => `${newId()}@example.com`;

async function membershipOf(userId: string) {
  const { items } = await run(listMemberships, { userId }, { actor: staff.actor });
  const [membership] = items;
  if (membership === undefined) throw new Error("no membership");
  return membership;
}

describe("people of a client", () => {
  test("S-21: pairwise, nobody gives a role beyond their own, or touches somebody who holds more", async () => {
    for (const mine of clientRoleNames) {
      const clientId = await aClient(tenant.id);
      await someone(tenant.id, "client_owner", clientId);
      const { actor } = await someone(tenant.id, mine, clientId);
      const held = permissionsOf(mine);

      for (const theirs of clientRoleNames) {
        const mayGive = reaches(held, roles[theirs].permissions);
        const invited = await codeOf(
          run(inviteMember, { clientId, email: anAddress(), role: theirs }, { actor }),
        );
        const mayInvite = holds(held, "auth.memberInvitation.create");
        expect(invited, `${mine} invites ${theirs}`).toBe(
          !mayInvite ? "core.forbidden" : mayGive ? "done" : "auth.role_not_held",
        );

        const target = await membershipOf((await someone(tenant.id, theirs, clientId)).id);
        const wanted = { membershipId: target.id, version: 1 };
        const demoted = await codeOf(
          run(changeMembershipRole, { ...wanted, role: "billing_contact" }, { actor }),
        );
        const mayChange = holds(held, "auth.membership.changeRole");
        expect(demoted, `${mine} changes ${theirs}`).toBe(
          !mayChange ? "core.forbidden" : mayGive ? "done" : "auth.person_above",
        );
      }
    }
  });

  test("keep an owner, whoever asks, and nobody changes their own access", async () => {
    const clientId = await aClient(tenant.id);
    const only = await someone(tenant.id, "client_owner", clientId);
    const wanted = { membershipId: (await membershipOf(only.id)).id, version: 1 };

    for (const actor of [staff.actor, tenant.system]) {
      expect(await codeOf(run(removeMembership, wanted, { actor }))).toBe("auth.last_client_owner");
      const demote = run(changeMembershipRole, { ...wanted, role: "reseller" }, { actor });
      expect(await codeOf(demote)).toBe("auth.last_client_owner");
    }
    expect(await codeOf(run(removeMembership, wanted, { actor: only.actor }))).toBe("auth.own_account");

    const second = await someone(tenant.id, "client_owner", clientId);
    await run(removeMembership, wanted, { actor: second.actor });
    expect(await holderOf(only.session)).toBeUndefined();
  });

  test("F-32: of another client, and of another company, are not there", async () => {
    const [mine, theirs] = [await aClient(tenant.id), await aClient(tenant.id)];
    const { actor } = await someone(tenant.id, "client_owner", mine);
    const stranger = await someone(tenant.id, "technical_contact", theirs);
    const { id: membershipId } = await membershipOf(stranger.id);
    const other = await aTenant(database.owner);
    const farAway = await someone(other.id, "owner");

    const { items } = await run(listMemberships, { clientId: theirs }, { actor });
    expect(items).toEqual([]);
    for (const caller of [actor, farAway.actor]) {
      const change = run(
        changeMembershipRole,
        { membershipId, version: 1, role: "billing_contact" },
        { actor: caller },
      );
      expect(await codeOf(change)).toBe("auth.membership_not_found");
      expect(await codeOf(run(removeMembership, { membershipId, version: 1 }, { actor: caller }))).toBe(
        "auth.membership_not_found",
      );
      const invite = run(
        inviteMember,
        { clientId: theirs, email: anAddress(), role: "billing_contact" },
        { actor: caller },
      );
      expect(await codeOf(invite)).toBe("core.not_found");
    }
  });
});

describe("an invitation", () => {
  test("goes out by mail with a link of its own; sending again replaces the link, withdrawing kills it", async () => {
    const clientId = await aClient(tenant.id);
    const email = anAddress();
    const { actor } = await someone(tenant.id, "client_owner", clientId);
    const made = await run(inviteMember, { clientId, email, role: "billing_contact" }, { actor });
    expect(made).toMatchObject({ status: "OPEN", email, clientId });

    const links = async () =>
      (
        await database.owner.query(
          "select revoked_at is null as live from one_time_tokens where email = $1 order by created_at, id",
          [email],
        )
      ).rows.map(({ live }) => live);
    const { rows: mails } = await database.owner.query(
      "select template from mail_messages where to_address = $1",
      [email],
    );
    expect(mails).toEqual([{ template: "invitation" }]);
    expect(await links()).toEqual([true]);

    await run(resendMemberInvitation, { invitationId: made.id }, { actor });
    expect(await links()).toEqual([false, true]);
    await run(revokeMemberInvitation, { invitationId: made.id }, { actor });
    expect(await links()).toEqual([false, false]);
    expect(await codeOf(run(resendMemberInvitation, { invitationId: made.id }, { actor }))).toBe(
      "auth.invitation_closed",
    );
    const { items } = await run(listMemberInvitations, { clientId, isOpen: true }, { actor });
    expect(items).toEqual([]);
  });

  test("is open once per address; an expired one makes room, and whoever is there needs none", async () => {
    const clientId = await aClient(tenant.id);
    const { actor } = staff;
    const there = await someone(tenant.id, "client_owner", clientId);
    const wanted = { clientId, email: anAddress(), role: "billing_contact" };
    await run(inviteMember, wanted, { actor });
    expect(await codeOf(run(inviteMember, wanted, { actor }))).toBe("auth.already_invited");

    await database.owner.query(
      "update invitations set expires_at = now() - interval '1 second' where email = $1",
      [wanted.email],
    );
    await run(inviteMember, wanted, { actor });
    expect(await codeOf(run(inviteMember, { ...wanted, email: there.email }, { actor }))).toBe(
      "auth.already_member",
    );
    expect(await codeOf(run(inviteStaff, { email: staff.email, role: "support" }, { actor }))).toBe(
      "auth.already_member",
    );
  });

  test("of the staff is not a client's to touch, nor one of a client a matter of the staff's list", async () => {
    const clientId = await aClient(tenant.id);
    const forStaff = await run(inviteStaff, { email: anAddress(), role: "support" }, { actor: staff.actor });
    const { actor } = await someone(tenant.id, "client_owner", clientId);
    const made = await run(
      inviteMember,
      { clientId, email: anAddress(), role: "billing_contact" },
      { actor },
    );

    const missing = "auth.invitation_not_found";
    expect(await codeOf(run(revokeMemberInvitation, { invitationId: forStaff.id }, { actor }))).toBe(missing);
    expect(
      await codeOf(run(revokeMemberInvitation, { invitationId: forStaff.id }, { actor: staff.actor })),
    ).toBe(missing);
    expect(await codeOf(run(revokeStaffInvitation, { invitationId: made.id }, { actor: staff.actor }))).toBe(
      missing,
    );
  });
});

describe("a user of three clients", () => {
  test("has exactly the rights of each, switches between them, and finds no fourth", async () => {
    const person = await someone(tenant.id, "client_owner");
    const first = person.actor.clientId ?? "";
    const [second, third, strangers] = [
      await aClient(tenant.id),
      await aClient(tenant.id),
      await aClient(tenant.id),
    ];
    await alsoActsFor(tenant.id, { userId: person.id, clientId: second, role: "billing_contact" });
    await alsoActsFor(tenant.id, { userId: person.id, clientId: third, role: "reseller" });
    const now = async () => (await holderOf(person.session)) ?? staff.actor;

    const expected = [
      [second, "billing_contact"],
      [third, "reseller"],
      [first, "client_owner"],
    ] as const;
    for (const [clientId, role] of expected) {
      await run(switchClient, { clientId }, { actor: await now() });
      const actor = await now();
      expect(actor.clientId).toBe(clientId);
      expect(actor.permissions).toEqual(roles[role].permissions);
      const { items } = await run(listClients, {}, { actor });
      expect(items.map(({ id }) => id)).toEqual([clientId]);
      const own = await run(listOwnClients, {}, { actor });
      expect(own.items.filter(({ isCurrent }) => isCurrent).map((one) => one.clientId)).toEqual([clientId]);
      expect(new Set(own.items.map((one) => one.clientId))).toEqual(new Set([first, second, third]));
    }

    for (const clientId of [strangers, newId()]) {
      expect(await codeOf(run(switchClient, { clientId }, { actor: await now() }))).toBe("core.not_found");
    }
    const { rows } = await database.owner.query(
      "select after->>'clientId' as client from audit_log where operation = 'auth.session.switchClient' and record_id = $1 order by sequence",
      [person.session.sessionId],
    );
    expect(rows.map(({ client }) => client)).toEqual([second, third, first]);
  });

  test("loses one and keeps the others; the session that acted for it ends, one that acts for another stays", async () => {
    const person = await someone(tenant.id, "billing_contact");
    const gone = person.actor.clientId ?? "";
    const kept = await aClient(tenant.id);
    await alsoActsFor(tenant.id, { userId: person.id, clientId: kept, role: "billing_contact" });
    const elsewhere = await aSession(tenant.id, person.id);
    await run(switchClient, { clientId: kept }, { actor: (await holderOf(elsewhere)) ?? staff.actor });

    const { items } = await run(
      listMemberships,
      { userId: person.id, clientId: gone },
      { actor: staff.actor },
    );
    await run(removeMembership, { membershipId: items[0]?.id ?? "", version: 1 }, { actor: staff.actor });
    expect(await holderOf(person.session)).toBeUndefined();
    expect((await holderOf(elsewhere))?.clientId).toBe(kept);
    const actor = (await holderOf(elsewhere)) ?? staff.actor;
    expect(await codeOf(run(switchClient, { clientId: gone }, { actor }))).toBe("core.not_found");
  });
});
