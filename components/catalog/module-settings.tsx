"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

type Pair = { id: number; name: string; value: string };

/** What a module is told, name by name. */
export function ModuleSettings({ given, help }: { given: Readonly<Record<string, string>>; help: string }) {
  const t = useTranslations("catalog.settings");
  const [pairs, setPairs] = useState<readonly Pair[]>(() =>
    Object.entries(given).map(([name, value], id) => ({ id, name, value: String(value) })),
  );
  const problem = useFieldProblem("moduleSettings");
  const next = Math.max(0, ...pairs.map(({ id }) => id + 1));

  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium text-(length:--label-text)">{t("title")}</legend>
      <p className="text-pretty text-sm text-subtle">{problem ?? help}</p>
      {/* Says that there are none, when there are none. */}
      {pairs.length === 0 && (
        <>
          <input type="hidden" name="moduleSettings[0].name" value="" />
          <input type="hidden" name="moduleSettings[0].value" value="" />
        </>
      )}
      {pairs.map(({ id, name, value }, index) => (
        <div key={id} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
          <Input
            name={`moduleSettings[${index}].name`}
            aria-label={t("name")}
            defaultValue={name}
            dir="ltr"
            autoComplete="off"
          />
          <Input
            name={`moduleSettings[${index}].value`}
            aria-label={t("value")}
            placeholder="10"
            defaultValue={value}
            dir="auto"
            autoComplete="off"
          />
          <IconButton
            size="sm"
            label={t("remove")}
            icon={<X aria-hidden="true" />}
            onClick={() => setPairs((before) => before.filter((pair) => pair.id !== id))}
          />
        </div>
      ))}
      <div>
        <Button
          type="button"
          size="sm"
          variant="ghost"
          onClick={() => setPairs((before) => [...before, { id: next, name: "", value: "" }])}
        >
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
      </div>
    </fieldset>
  );
}
