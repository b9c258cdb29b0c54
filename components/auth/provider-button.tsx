"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { useFormFacts } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";

interface ProviderButtonProps {
  provider: { id: string; name: string };
  action: FormAction<unknown>;
}

/** Off to a provider. */
export function ProviderButton({ provider, action }: ProviderButtonProps) {
  return (
    <ActionForm action={action} fields={[]} guardsChanges={false} className="grid gap-3">
      <input type="hidden" name="providerId" value={provider.id} />
      <Go name={provider.name} />
    </ActionForm>
  );
}

function Go({ name }: { name: string }) {
  const t = useTranslations("signIn");
  return (
    <Button className="w-full" pending={useFormFacts().isPending}>
      {t("byProvider", { name })}
    </Button>
  );
}
