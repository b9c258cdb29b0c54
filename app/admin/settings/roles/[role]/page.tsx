import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { RoleName } from "@/components/people/role-name";
import { DeleteRoleButton } from "@/components/rights/delete-role-button";
import { RoleForm } from "@/components/rights/role-form";
import { RoleView } from "@/components/rights/role-view";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { createRole } from "@/lib/auth/operations/create-role";
import { deleteRole } from "@/lib/auth/operations/delete-role";
import { getRole } from "@/lib/auth/operations/get-role";
import { updateRole } from "@/lib/auth/operations/update-role";
import { reaches } from "@/lib/auth/rules/grants";
import { isRoleName, roles } from "@/lib/auth/rules/roles";
import { deleteRoleAction, updateRoleAction } from "../actions";
import { rightGroups, rightsWithin } from "../rights";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.role");
  return { title: t("one") };
}

export default guardedPage(getRole, async ({ actor, params, read, may }) => {
  const role = await read(getRole, { role: params.role ?? "" });
  const [t, groups] = await Promise.all([getTranslations("people"), rightGroups(role.kind, actor)]);
  const isOwn = role.holders.some(({ userId }) => userId === actor.id);
  const isWithin = reaches(actor.permissions, role.permissions);
  const mayChange = role.id !== null && may(updateRole) && !isOwn && isWithin;
  const granted = rightsWithin(groups, role.permissions);
  const base = role.base !== null && isRoleName(role.base) ? role.base : undefined;

  return (
    <PageLayout width="form">
      <PageHeader
        title={<RoleName role={role.key} name={role.name} />}
        facts={[
          <span key="kind">{t(`role.kinds.${role.kind}`)}</span>,
          <span key="rights">{t("role.rightCount", { count: granted.length })}</span>,
          ...(base ? [<span key="base">{t("role.copiedFrom", { role: t(`roles.${base}`) })}</span>] : []),
        ]}
        description={role.id === null ? t(`purposes.${role.key as "owner"}`) : role.description}
        actions={
          <>
            {role.id === null && may(createRole) && (
              <ButtonLink href={`/admin/settings/roles/new?from=${role.key}`}>{t("role.copy")}</ButtonLink>
            )}
            {role.id !== null && mayChange && may(deleteRole) && (
              <DeleteRoleButton
                role={{ id: role.id, name: role.name ?? "", version: role.version, people: role.people }}
                action={deleteRoleAction}
              />
            )}
          </>
        }
      />
      {role.id !== null && !mayChange && (
        <Notice tone="info">{isOwn ? t("role.own") : t("role.above")}</Notice>
      )}
      {role.id !== null && mayChange ? (
        <RoleForm
          action={updateRoleAction}
          groups={groups}
          hidden={{ roleId: role.id, version: role.version }}
          role={{ name: role.name ?? "", description: role.description, permissions: granted }}
          base={base && rightsWithin(groups, roles[base].permissions)}
          isNew={false}
        />
      ) : (
        <RoleView groups={groups} permissions={granted} />
      )}
      <Card>
        <CardHeader title={t("role.holders")} />
        <CardBody>
          {role.holders.length === 0 ? (
            <p className="text-muted">{t("role.nobody")}</p>
          ) : (
            <ul className="grid gap-1.5">
              {role.holders.map((holder) => (
                <li key={`${holder.userId} ${holder.client?.clientId}`} className="flex flex-wrap gap-x-2">
                  <bdi>{holder.name}</bdi>
                  <span className="text-subtle">
                    <bdi>{holder.email}</bdi>
                  </span>
                  {holder.client && (
                    <span className="text-muted">
                      <bdi>{holder.client.name}</bdi>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </CardBody>
      </Card>
    </PageLayout>
  );
});
