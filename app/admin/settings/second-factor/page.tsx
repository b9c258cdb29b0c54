import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { DemandedRoles } from "@/components/rights/demanded-roles";
import { SettingRow } from "@/components/settings/setting-row";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { getSecondFactor } from "@/lib/auth/operations/get-second-factor";
import { getSecondFactorPolicy } from "@/lib/auth/operations/get-second-factor-policy";
import { listRoles } from "@/lib/auth/operations/list-roles";
import { updateSecondFactorPolicy } from "@/lib/auth/operations/update-second-factor-policy";
import { secondFactorFor } from "@/lib/auth/settings";
import { listSettings } from "@/lib/settings/operations/list-settings";
import { updateSetting } from "@/lib/settings/operations/update-setting";
import { resetSettingAction, updateSettingAction } from "../options/[area]/actions";
import { updateSecondFactorPolicyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.demanded");
  return { title: t("title") };
}

export default guardedPage(getSecondFactorPolicy, async ({ read, may }) => {
  const mayChoose = may(updateSetting);
  const [t, policy, roles, own, settings] = await Promise.all([
    getTranslations("people.demanded"),
    read(getSecondFactorPolicy, {}),
    may(listRoles) ? read(listRoles, {}) : { items: [] },
    read(getSecondFactor, {}),
    mayChoose ? read(listSettings, { area: secondFactorFor.area }) : { items: [] },
  ]);
  const setting = settings.items.find(({ key }) => key === secondFactorFor.key);
  const hasOwn = own.totpSince !== null || own.passkeys > 0;

  return (
    <PageLayout width="form">
      <PageHeader title={t("title")} description={t("description")} />
      {!hasOwn && (
        <Notice
          tone="warning"
          title={t("ownMissing.title")}
          action={<TextLink href="/admin/settings/security">{t("ownMissing.action")}</TextLink>}
        >
          {t("ownMissing.text")}
        </Notice>
      )}
      {setting && (
        <Card>
          <ul>
            <SettingRow
              key={setting.version}
              setting={{ ...setting, field: secondFactorFor.field }}
              onSave={updateSettingAction}
              onReset={resetSettingAction}
            />
          </ul>
        </Card>
      )}
      <DemandedRoles
        key={`${policy.version}-${policy.demandedOf}`}
        roles={roles.items}
        policy={policy}
        action={may(updateSecondFactorPolicy) ? updateSecondFactorPolicyAction : undefined}
      />
    </PageLayout>
  );
});
