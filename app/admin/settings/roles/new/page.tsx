import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { RoleForm } from "@/components/rights/role-form";
import { PageLayout } from "@/components/shell/page-layout";
import { PageHeader } from "@/components/ui/page-header";
import { createRole } from "@/lib/auth/operations/create-role";
import { isRoleName, roles } from "@/lib/auth/rules/roles";
import { holds } from "@/lib/core/operation/permissions";
import { createRoleAction } from "../actions";
import { rightGroups, rightsWithin } from "../rights";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.role");
  return { title: t("new") };
}

export default guardedPage(createRole, async ({ actor, search }) => {
  const t = await getTranslations("people");
  const base = typeof search.from === "string" && isRoleName(search.from) ? search.from : undefined;
  const kind = base ? roles[base].kind : search.kind === "CLIENT" ? "CLIENT" : "STAFF";
  const groups = await rightGroups(kind, actor);
  const ofBase = base && rightsWithin(groups, roles[base].permissions);
  // What the maker does not hold cannot be given, so a copy starts without it.
  const permissions = (ofBase ?? []).filter((right) => holds(actor.permissions, right));

  return (
    <PageLayout width="form">
      <PageHeader
        title={base ? t("role.copyOf", { role: t(`roles.${base}`) }) : t("role.new")}
        description={t(`role.newText.${kind}`)}
      />
      <RoleForm
        action={createRoleAction}
        groups={groups}
        hidden={{ kind, ...(base && { base }) }}
        role={{ name: "", description: null, permissions }}
        base={ofBase}
        isNew
      />
    </PageLayout>
  );
});
