"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";

export type ScopeGroup = {
  label: string;
  scopes: readonly { value: string; label: string; isRead: boolean }[];
};

/** What the key may do, by area, in the words of the permission matrix. */
export function ScopeFields({ groups }: { groups: readonly ScopeGroup[] }) {
  const t = useTranslations("settings.apiKeys.form");
  const problem = useFieldProblem("scopes");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = groups.flatMap(({ scopes }) => scopes);

  const choose = (values: readonly string[]) => setChosen(new Set(values));
  const toggle = (value: string, isOn: boolean) =>
    setChosen((now) => new Set(isOn ? [...now, value] : [...now].filter((one) => one !== value)));

  return (
    <fieldset className="grid gap-4" aria-describedby={problem ? "scopes-problem" : undefined}>
      <legend className="mb-1.5 font-medium text-(length:--label-text)">{t("scopes")}</legend>
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          size="sm"
          onClick={() => choose(all.filter(({ isRead }) => isRead).map(({ value }) => value))}
        >
          {t("onlyReading")}
        </Button>
        <Button type="button" size="sm" onClick={() => choose(all.map(({ value }) => value))}>
          {t("everything")}
        </Button>
        <Button type="button" size="sm" variant="ghost" onClick={() => choose([])}>
          {t("nothing")}
        </Button>
      </div>
      {problem && (
        <p id="scopes-problem" className="text-danger text-sm">
          {problem}
        </p>
      )}
      {groups.map((group) => (
        <fieldset key={group.label} className="grid gap-2">
          <legend className="mb-2 text-muted text-sm">{group.label}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {group.scopes.map(({ value, label }) => (
              <ChoiceField key={value} label={label}>
                <Checkbox
                  name="scopes"
                  value={value}
                  checked={chosen.has(value)}
                  onCheckedChange={(isOn) => toggle(value, isOn)}
                />
              </ChoiceField>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
