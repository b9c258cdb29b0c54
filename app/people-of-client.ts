import "server-only";
import { getTranslations } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { roleChoices } from "@/components/people/role-choices";
import { listMemberInvitations } from "@/lib/auth/operations/list-member-invitations";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { listRoles } from "@/lib/auth/operations/list-roles";

/** What the card of a client's people shows, for staff and for the client's own people alike. */
export async function peopleOfClient({ actor, read, may }: Page, clientId: string) {
  const [t, { items: members }, { items: invitations }, custom] = await Promise.all([
    getTranslations("people.roles"),
    read(listMemberships, { clientId, limit: 200 }),
    may(listMemberInvitations)
      ? read(listMemberInvitations, { clientId, isOpen: true, limit: 200 })
      : { items: [] },
    may(listRoles) ? read(listRoles, {}) : { items: [] },
  ]);
  const roles = roleChoices("CLIENT", actor.permissions, (role) => t(role as "client_owner"), custom.items);
  return { clientId, members, invitations, roles, ownId: actor.id };
}
