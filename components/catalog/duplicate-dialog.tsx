"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

interface DuplicateDialogProps {
  product: { id: string; slug: string };
  action: FormAction<{ id: string }>;
}

/** A copy under another name, to be changed before it is published. */
export function DuplicateDialog({ product, action }: DuplicateDialogProps) {
  const t = useTranslations("catalog.duplicate");
  const catalog = useTranslations("catalog");
  const common = useTranslations("common");
  const shell = useTranslations("shell");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);

  return (
    <Dialog
      trigger={<Button type="button">{t("open")}</Button>}
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t("title")}
      description={t("text")}
      closeLabel={shell("close")}
    >
      <ActionForm
        action={action}
        fields={["slug"]}
        guardsChanges={false}
        onDone={({ id }) => {
          setIsOpen(false);
          router.push(`/admin/products/${id}`);
        }}
      >
        <input type="hidden" name="productId" value={product.id} />
        <FormField
          name="slug"
          label={catalog("slug")}
          dir="ltr"
          defaultValue={`${product.slug}-2`}
          maxLength={60}
          autoComplete="off"
          required
        />
        <div className="flex flex-wrap justify-end gap-2 max-sm:*:flex-1">
          <DialogClose>
            <Button type="button">{common("cancel")}</Button>
          </DialogClose>
          <SubmitButton>{t("open")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
