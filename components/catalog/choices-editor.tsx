"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { languages, type Texts } from "@/lib/core/text/in-language";
import { directionOf, locales } from "@/lib/i18n/locales";

type Choice = { key: string; name: Texts; isDefault: boolean };

/** The choices of an option in their order, each with its key and its name in every language. */
export function ChoicesEditor({ given }: { given: readonly Choice[] }) {
  const t = useTranslations("catalog.option");
  const problem = useFieldProblem("choices");
  const [rows, setRows] = useState(() =>
    (given.length > 0 ? given : [{ key: "", name: {}, isDefault: true }]).map((choice, id) => ({
      ...choice,
      id,
    })),
  );
  const [chosen, setChosen] = useState(() => rows.find(({ isDefault }) => isDefault)?.id ?? 0);
  const next = Math.max(0, ...rows.map(({ id }) => id + 1));

  return (
    <fieldset className="grid gap-3">
      <legend className="font-medium text-(length:--label-text)">{t("choices")}</legend>
      <p className={problem ? "text-danger text-sm" : "text-pretty text-sm text-subtle"}>
        {problem ?? t("choicesHelp")}
      </p>
      {rows.map(({ id, key, name }, index) => (
        <div
          key={id}
          className="grid items-center gap-2 rounded-control border p-2 sm:grid-cols-[auto_7rem_repeat(3,minmax(0,1fr))_auto]"
        >
          <label className="flex items-center gap-2 text-sm text-muted">
            <input
              type="radio"
              name={`choices[${index}].isDefault`}
              value="on"
              checked={chosen === id}
              onChange={() => setChosen(id)}
              className="size-4 accent-accent"
            />
            <span className="sm:sr-only">{t("isDefault")}</span>
          </label>
          <Input
            name={`choices[${index}].key`}
            aria-label={t("key")}
            placeholder={t("key")}
            defaultValue={key}
            readOnly={given.some((choice) => choice.key === key) && key !== ""}
            dir="ltr"
            maxLength={40}
            autoComplete="off"
          />
          {languages.map((language) => (
            <Input
              key={language}
              name={`choices[${index}].name.${language}`}
              aria-label={t("choiceIn", {
                language: locales.find(({ locale }) => locale === language)?.name ?? language,
              })}
              placeholder={locales.find(({ locale }) => locale === language)?.name}
              defaultValue={name[language] ?? ""}
              lang={language}
              dir={directionOf(language)}
              maxLength={80}
              autoComplete="off"
            />
          ))}
          <IconButton
            size="sm"
            label={t("removeChoice")}
            icon={<X aria-hidden="true" />}
            disabled={rows.length === 1}
            onClick={() => setRows((before) => before.filter((row) => row.id !== id))}
          />
        </div>
      ))}
      <div>
        <Button
          type="button"
          size="sm"
          variant="ghost"
          onClick={() => setRows((before) => [...before, { id: next, key: "", name: {}, isDefault: false }])}
        >
          <Plus aria-hidden="true" />
          {t("addChoice")}
        </Button>
      </div>
    </fieldset>
  );
}
