"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/forms/form-field";
import { CardBody, CardHeader } from "@/components/ui/card";

/** The company's name, at the head of the form for its brand. */
export function NameField({ name }: { name: string }) {
  const t = useTranslations("platform.brand");
  return (
    <>
      <CardHeader title={t("name")} description={t("nameText")} />
      <CardBody>
        <FormField name="name" label={t("nameLabel")} defaultValue={name} maxLength={80} required />
      </CardBody>
    </>
  );
}
