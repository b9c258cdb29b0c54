"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, useFieldProblem } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { accentOf, fromHex } from "@/lib/ui/brand-colour";
import { useBrandPreview } from "./use-brand-preview";

export type EditedBrand = {
  version: number;
  accent: string | null;
  supportUrl: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  imprintUrl: string | null;
};

const links = ["supportUrl", "termsUrl", "privacyUrl", "imprintUrl"] as const;
const presets = ["#3f51d0", "#0f766e", "#b4235a", "#7c3aed", "#c2410c", "#15803d", "#0369a1", "#334155"];

interface BrandFormProps {
  brand: EditedBrand;
  action: FormAction<{ version: number }>;
  /** Sent along, unseen: whose brand it is, where it is not one's own. */
  hidden?: Readonly<Record<string, string>>;
  /** Further parts of the card, before the colour. */
  children?: ReactNode;
}

/** Colour and links. The page around takes the colour on while it is chosen: it is its own preview. */
export function BrandForm({ brand, action, hidden = {}, children }: BrandFormProps) {
  const t = useTranslations("settings.brand");
  const common = useTranslations("common");
  const router = useRouter();
  const [version, setVersion] = useState(brand.version);
  useEffect(() => setVersion((known) => Math.max(known, brand.version)), [brand.version]);

  function finish(saved: { version: number }) {
    setVersion(saved.version);
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={finish} fields={["name", "accent", ...links]}>
      <input type="hidden" name="version" value={version} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Card>
        {children}
        <CardHeader
          title={t("colour.title")}
          description={t("colour.description")}
          className={children ? "border-t" : undefined}
        />
        <CardBody>
          <ColourField initial={brand.accent} />
        </CardBody>
        <CardHeader title={t("links.title")} description={t("links.description")} className="border-t" />
        <CardBody className="grid gap-5">
          {links.map((name) => (
            <FormField
              key={name}
              name={name}
              type="url"
              dir="ltr"
              label={t(`links.${name}`)}
              aside={common("optional")}
              defaultValue={brand[name] ?? ""}
              maxLength={300}
            />
          ))}
        </CardBody>
        <CardFooter>
          <SubmitButton>{t("save")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}

function ColourField({ initial }: { initial: string | null }) {
  const t = useTranslations("settings.brand.colour");
  const problem = useFieldProblem("accent");
  const [colour, setColour] = useState(initial ?? "");
  const parsed = fromHex(colour);
  const told = parsed && accentOf(parsed);
  useBrandPreview(parsed ? colour : undefined);

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <FormField
          name="accent"
          dir="ltr"
          label={t("label")}
          value={colour}
          onChange={(event) => setColour(event.target.value.trim().toLowerCase())}
          maxLength={7}
          autoComplete="off"
          spellCheck={false}
          className="w-36"
        />
        <input
          type="color"
          aria-label={t("pick")}
          value={parsed ? colour : "#3f51d0"}
          onChange={(event) => setColour(event.target.value)}
          className="h-(--control) w-12 cursor-pointer rounded-control border border-border-strong bg-surface p-1"
        />
        <Button type="button" variant="ghost" onClick={() => setColour("")}>
          {t("none")}
        </Button>
      </div>
      <ul aria-label={t("presets")} className="flex flex-wrap gap-2">
        {presets.map((preset) => (
          <li key={preset}>
            <button
              type="button"
              aria-label={preset}
              aria-pressed={preset === colour}
              onClick={() => setColour(preset)}
              style={{ backgroundColor: preset }}
              className="size-7 rounded-full border border-border-strong outline-offset-2 aria-pressed:outline-2 aria-pressed:outline-text"
            />
          </li>
        ))}
      </ul>
      {!problem && (
        <p aria-live="polite" className="text-muted text-sm">
          {told === undefined ? t("usual") : t("contrast", { ratio: told.ratio })}
          {told?.isAdjusted && ` ${t("adjusted")}`}
        </p>
      )}
    </div>
  );
}
