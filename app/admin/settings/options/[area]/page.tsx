import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { SettingRow } from "@/components/settings/setting-row";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { settingAreas, settingOf } from "@/lib/settings/catalogue";
import { listSettings } from "@/lib/settings/operations/list-settings";
import { updateSetting } from "@/lib/settings/operations/update-setting";
import { resetSettingAction, updateSettingAction } from "./actions";

export async function generateMetadata({ params }: { params: Promise<{ area: string }> }): Promise<Metadata> {
  const [{ area }, t] = await Promise.all([params, getTranslations("settings.fields")]);
  return { title: settingAreas.includes(area) ? t(`${area}.title` as never) : undefined };
}

export default guardedPage(updateSetting, async ({ read, params }) => {
  const { area = "" } = params;
  if (!settingAreas.includes(area)) notFound();
  const [t, { items }] = await Promise.all([
    getTranslations("settings.fields"),
    read(listSettings, { area }),
  ]);

  return (
    <PageLayout width="form">
      <PageHeader title={t(`${area}.title` as never)} description={t(`${area}.description` as never)} />
      <Card>
        <ul className="divide-y">
          {items.map(({ key, value, initial, isChanged, version }) => {
            const field = settingOf(key)?.field;
            return (
              field && (
                <SettingRow
                  key={`${key}-${version}`}
                  setting={{ key, field, value, initial, isChanged, version }}
                  onSave={updateSettingAction}
                  onReset={resetSettingAction}
                />
              )
            );
          })}
        </ul>
      </Card>
    </PageLayout>
  );
});
