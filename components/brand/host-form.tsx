"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { toast } from "@/components/ui/toast";

/** Claims a host; what to do next stands in its card below. */
export function HostForm({ action }: { action: FormAction<{ host: string }> }) {
  const t = useTranslations("settings.hosts");
  const router = useRouter();
  const [added, setAdded] = useState(0);

  function finish({ host }: { host: string }) {
    setAdded(added + 1);
    toast.success(t("added", { host }));
    router.refresh();
  }

  return (
    <ActionForm key={added} action={action} onDone={finish} fields={["host"]} className="grid gap-3">
      <div className="flex items-start gap-2">
        <FormField
          name="host"
          dir="ltr"
          label={t("label")}
          help={t("help")}
          maxLength={253}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
          className="min-w-0 flex-1"
        />
        <div className="pt-6.5">
          <SubmitButton>{t("add")}</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
