"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";

type Choice = { value: string; label: string };

export type AddressForm = {
  country: string;
  parts: readonly { part: "city" | "region" | "postalCode"; isRequired: boolean }[];
  regionName: string | null;
  postalName: string;
  postalExample: string | null;
  regions: readonly { code: string; name: string }[];
};

export type AddressDraft = Readonly<
  Record<"country" | "line1" | "line2" | "city" | "region" | "postalCode", string | null>
>;

interface AddressFieldsProps {
  address: AddressDraft;
  form: AddressForm;
  describe: FormAction<AddressForm>;
  countries: readonly Choice[];
  /** The address of whoever types: the browser may fill it in. */
  isOwn?: boolean;
}

/** What browsers call the parts of an address. */
const purposes = {
  country: "country",
  line1: "address-line1",
  line2: "address-line2",
  city: "address-level2",
  region: "address-level1",
  postalCode: "postal-code",
} as const;

/** An address as its country writes it; another country brings its own fields, and keeps what was typed. */
export function AddressFields({
  address,
  form: given,
  describe,
  countries,
  isOwn = false,
}: AddressFieldsProps) {
  const purposeOf = (part: keyof typeof purposes) => (isOwn ? purposes[part] : "off");
  const t = useTranslations("clients.address");
  const common = useTranslations("common");
  const [form, setForm] = useState(given);
  const [isPending, startTransition] = useTransition();

  const fields = useRef<HTMLDivElement>(null);

  // What was chosen before the script had loaded counts too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form comes to life.
  useEffect(() => {
    const chosen = fields.current?.querySelector<HTMLSelectElement>("select[name=country]")?.value;
    if (chosen && chosen !== given.country) choose(chosen);
  }, []);

  function choose(country: string) {
    startTransition(async () => {
      const { value } = await runAction(describe, { country });
      if (value) setForm(value);
    });
  }

  return (
    <div ref={fields} className="grid gap-5" aria-busy={isPending || undefined}>
      <FormSelect
        name="country"
        label={t("country")}
        defaultValue={address.country ?? ""}
        options={countries}
        onChange={(event) => choose(event.target.value)}
        autoComplete={purposeOf("country")}
      />
      <FormField
        name="line1"
        label={t("line1")}
        defaultValue={address.line1 ?? ""}
        maxLength={160}
        autoComplete={purposeOf("line1")}
      />
      <FormField
        name="line2"
        label={t("line2")}
        aside={common("optional")}
        defaultValue={address.line2 ?? ""}
        maxLength={160}
        autoComplete={purposeOf("line2")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {form.parts.map(({ part, isRequired }) => {
          const aside = isRequired ? undefined : common("optional");
          if (part === "region" && form.regions.length > 0)
            return (
              <FormSelect
                key={`${form.country} region`}
                name="region"
                label={t(`region.${form.regionName ?? "region"}` as never)}
                aside={aside}
                defaultValue={address.region ?? ""}
                placeholder={t("choose")}
                options={form.regions.map(({ code, name }) => ({ value: code, label: name }))}
                autoComplete={purposeOf("region")}
              />
            );
          const label =
            part === "city"
              ? t("city")
              : part === "region"
                ? `region.${form.regionName ?? "region"}`
                : `postal.${form.postalName}`;
          return (
            <FormField
              key={part}
              name={part}
              label={part === "city" ? label : t(label as never)}
              aside={aside}
              help={
                part === "postalCode" && form.postalExample
                  ? t("example", { example: form.postalExample })
                  : undefined
              }
              dir={part === "postalCode" ? "ltr" : undefined}
              defaultValue={address[part] ?? ""}
              maxLength={part === "postalCode" ? 20 : 120}
              autoComplete={purposeOf(part)}
            />
          );
        })}
      </div>
    </div>
  );
}
