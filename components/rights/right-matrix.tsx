"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Input } from "@/components/ui/input";
import { RightRow } from "./right-row";
import type { RightGroup } from "./types";

interface RightMatrixProps {
  groups: readonly RightGroup[];
  chosen: ReadonlySet<string>;
  /** What the role that this one was copied from allows. */
  base?: ReadonlySet<string>;
  /** Absent where the role cannot be changed. */
  onChange?: (chosen: ReadonlySet<string>) => void;
}

/** Every right by area, with what is on, what differs from the role it was copied from, and a search. */
export function RightMatrix({ groups, chosen, base, onChange }: RightMatrixProps) {
  const t = useTranslations("people.matrix");
  const [wanted, setWanted] = useState("");
  const [onlyChanges, setOnlyChanges] = useState(false);
  const isShown = ({ name, label }: { name: string; label: string }) =>
    `${label} ${name}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()) &&
    (!onlyChanges || base === undefined || base.has(name) !== chosen.has(name));
  const found = groups
    .map((group) => ({ ...group, shown: group.rights.filter(isShown) }))
    .filter(({ shown }) => shown.length > 0);

  function toggle(names: readonly string[], isOn: boolean) {
    const rest = [...chosen].filter((name) => !names.includes(name));
    onChange?.(new Set(isOn ? [...rest, ...names] : rest));
  }

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <span className="relative min-w-48 flex-1 basis-64 sm:max-w-sm">
          <Search
            aria-hidden="true"
            className="-translate-y-1/2 pointer-events-none absolute start-2.5 top-1/2 size-4 text-subtle"
          />
          <Input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            className="ps-8"
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        </span>
        {base && (
          <ChoiceField label={t("onlyChanges")}>
            <Checkbox checked={onlyChanges} onCheckedChange={(isOn) => setOnlyChanges(isOn)} />
          </ChoiceField>
        )}
      </div>
      {found.length === 0 && <p className="text-muted">{t("nothingFound")}</p>}
      {found.map(({ domain, label, rights, shown }) => {
        const open = rights.filter(({ isHeld }) => isHeld).map(({ name }) => name);
        const on = rights.filter(({ name }) => chosen.has(name)).length;
        return (
          <fieldset key={domain} className="rounded-surface border">
            <legend className="sr-only">{label}</legend>
            <div className="flex items-center gap-3 rounded-t-surface bg-surface-muted/60 px-4 py-2.5">
              <Checkbox
                aria-label={t("all", { area: label })}
                checked={on === rights.length}
                indeterminate={on > 0 && on < rights.length}
                disabled={!onChange || open.length === 0}
                onCheckedChange={(isOn) => toggle(open, isOn)}
              />
              <span className="font-medium">{label}</span>
              <span className="tabular ms-auto text-subtle text-sm">
                {t("count", { on, of: rights.length })}
              </span>
            </div>
            <ul className="grid sm:grid-cols-2">
              {shown.map((right) => (
                <RightRow
                  key={right.name}
                  right={right}
                  isOn={chosen.has(right.name)}
                  wasOn={base?.has(right.name)}
                  onChange={onChange && ((isOn) => toggle([right.name], isOn))}
                />
              ))}
            </ul>
          </fieldset>
        );
      })}
    </div>
  );
}
