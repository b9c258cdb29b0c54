"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { toast } from "@/components/ui/toast";

interface OfferedAddonsProps {
  productId: string;
  addons: readonly { id: string; name: string; isOffered: boolean }[];
  action: FormAction<unknown>;
}

/** Which add-ons are sold with a product. */
export function OfferedAddons({ productId, addons, action }: OfferedAddonsProps) {
  const catalog = useTranslations("catalog");
  const common = useTranslations("common");
  const router = useRouter();

  function done() {
    toast.success(catalog("saved"));
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={done} fields={["addonIds"]}>
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="addonIds" value="" />
      <div className="grid gap-2.5">
        {addons.map(({ id, name, isOffered }) => (
          <ChoiceField key={id} label={<bdi>{name}</bdi>}>
            <Checkbox name="addonIds" value={id} defaultChecked={isOffered} />
          </ChoiceField>
        ))}
      </div>
      <div className="flex justify-end">
        <SubmitButton>{common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
