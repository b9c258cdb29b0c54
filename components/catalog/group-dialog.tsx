"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { FormDialog } from "@/components/people/form-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import type { Texts } from "@/lib/core/text/in-language";
import { LanguageTabs } from "./language-tabs";
import { TextIn } from "./text-in";

interface GroupDialogProps {
  trigger: ReactElement;
  group?: { id: string; version: number; slug: string; name: Texts; description: Texts; isHidden: boolean };
  language: string;
  action: FormAction<unknown>;
}

/** A shelf of the storefront: its name, its words, and whether it is shown. */
export function GroupDialog({ trigger, group, language, action }: GroupDialogProps) {
  const t = useTranslations("catalog.group");
  const catalog = useTranslations("catalog");
  const common = useTranslations("common");
  const [isOpen, setIsOpen] = useState(false);

  return (
    <FormDialog
      trigger={trigger}
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t(group ? "edit" : "new")}
      action={action}
      hidden={group ? { productGroupId: group.id, version: group.version } : {}}
      fields={["slug", "name", "description"]}
      submit={group ? common("save") : t("create")}
      done={catalog("saved")}
    >
      <LanguageTabs first={language}>
        {(one) => (
          <>
            <TextIn name="name" language={one} label={t("name")} texts={group?.name ?? {}} most={80} />
            <TextIn
              name="description"
              language={one}
              label={t("description")}
              aside={common("optional")}
              texts={group?.description ?? {}}
              most={500}
              rows={2}
            />
          </>
        )}
      </LanguageTabs>
      <FormField
        name="slug"
        label={catalog("slug")}
        help={catalog("slugHelp")}
        dir="ltr"
        defaultValue={group?.slug ?? ""}
        maxLength={60}
        autoComplete="off"
        required
      />
      <ChoiceField label={t("isHidden")} help={t("isHiddenHelp")}>
        <Checkbox name="isHidden" uncheckedValue="off" defaultChecked={group?.isHidden ?? false} />
      </ChoiceField>
    </FormDialog>
  );
}
