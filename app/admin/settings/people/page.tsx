import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { FilterBar } from "@/components/lists/filter-bar";
import { ListPages } from "@/components/lists/list-pages";
import { ListSkeleton } from "@/components/lists/list-skeleton";
import { listHref, listParameters } from "@/components/lists/list-url";
import { InvitationList } from "@/components/people/invitation-list";
import { InviteButton } from "@/components/people/invite-button";
import { roleChoices } from "@/components/people/role-choices";
import { StaffTable } from "@/components/people/staff-table";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { changeUserRole } from "@/lib/auth/operations/change-user-role";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { listRoles } from "@/lib/auth/operations/list-roles";
import { listStaffInvitations } from "@/lib/auth/operations/list-staff-invitations";
import { listUsers } from "@/lib/auth/operations/list-users";
import { reactivateUser } from "@/lib/auth/operations/reactivate-user";
import { removeUser } from "@/lib/auth/operations/remove-user";
import { resendStaffInvitation } from "@/lib/auth/operations/resend-staff-invitation";
import { revokeStaffInvitation } from "@/lib/auth/operations/revoke-staff-invitation";
import { suspendUser } from "@/lib/auth/operations/suspend-user";
import {
  changeUserRoleAction,
  inviteStaffAction,
  reactivateUserAction,
  removeUserAction,
  resendStaffInvitationAction,
  revokeStaffInvitationAction,
  suspendUserAction,
} from "./actions";

const path = "/admin/settings/people";
const statuses = ["ACTIVE", "PENDING", "SUSPENDED"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.staff");
  return { title: t("title") };
}

export default guardedPage(
  listUsers,
  async ({ actor, search, read, may }) => {
    const current = listParameters(search, ["search", "role", "status", "cursor"]);
    const [t, common, { items, nextCursor }, custom, invited] = await Promise.all([
      getTranslations("people"),
      getTranslations("common"),
      read(listUsers, { ...current, kind: "STAFF" } as object),
      may(listRoles) ? read(listRoles, {}) : { items: [] },
      may(listStaffInvitations) ? read(listStaffInvitations, { isOpen: true }) : { items: [] },
    ]);
    const nameOf = (role: string) => t(`roles.${role as "owner"}`);
    const granted = roleChoices("STAFF", actor.permissions, nameOf, custom.items);
    const all = roleChoices("STAFF", ["*"], nameOf, custom.items);
    const { cursor: _, ...filters } = current;
    const words: Record<string, (value: string) => string> = {
      role: (value) => all.find((role) => role.value === value)?.label ?? value,
      status: (value) => t(`status.${value as "ACTIVE"}`),
    };
    const chips = Object.entries(filters).map(([name, value]) => ({
      label: words[name]?.(value) ?? value,
      href: listHref(path, current, { [name]: undefined }),
    }));

    return (
      <PageLayout width="list">
        <PageHeader
          title={t("staff.title")}
          description={t("staff.description")}
          actions={may(inviteStaff) && <InviteButton action={inviteStaffAction} roles={granted} />}
        />
        {invited.items.length > 0 && (
          <Card>
            <CardHeader title={t("invitations.title")} />
            <InvitationList
              invitations={invited.items}
              resend={may(resendStaffInvitation) ? resendStaffInvitationAction : undefined}
              revoke={may(revokeStaffInvitation) ? revokeStaffInvitationAction : undefined}
            />
          </Card>
        )}
        <FilterBar
          path={path}
          search={{ name: "search", label: t("staff.search"), value: filters.search }}
          selects={[
            {
              name: "role",
              label: t("columns.role"),
              all: t("staff.anyRole"),
              value: filters.role,
              options: all,
            },
            {
              name: "status",
              label: t("columns.status"),
              all: t("staff.anyStatus"),
              value: filters.status,
              options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
            },
          ]}
          chips={chips}
        />
        <Card>
          {items.length > 0 ? (
            <StaffTable
              people={items}
              ownId={actor.id}
              roles={granted}
              actions={{
                changeRole: may(changeUserRole) ? changeUserRoleAction : undefined,
                suspend: may(suspendUser) ? suspendUserAction : undefined,
                reactivate: may(reactivateUser) ? reactivateUserAction : undefined,
                remove: may(removeUser) ? removeUserAction : undefined,
              }}
            />
          ) : (
            <EmptyState
              title={t("staff.noneFound.title")}
              icon={<UsersRound />}
              action={<ButtonLink href={path}>{common("resetFilters")}</ButtonLink>}
            >
              {t("staff.noneFound.text")}
            </EmptyState>
          )}
        </Card>
        <ListPages path={path} current={current} shown={items.length} nextCursor={nextCursor} />
      </PageLayout>
    );
  },
  { skeleton: <ListSkeleton /> },
);
