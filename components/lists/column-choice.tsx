"use client";

import { Columns3 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Popover } from "@/components/ui/popover";
import { columnsParameter, shownColumns } from "./columns";
import { type ListParameters, listHref } from "./list-url";

interface ColumnChoiceProps {
  columns: readonly { key: string; label: string; isFixed?: boolean; isUsual?: boolean }[];
  path: string;
  current: ListParameters;
}

/** Which columns a list shows. The choice is part of the address, and so of every view that is saved or sent on. */
export function ColumnChoice({ columns, path, current }: ColumnChoiceProps) {
  const t = useTranslations("common.columns");
  const router = useRouter();
  const shown = new Set(shownColumns(columns, current.columns).map(({ key }) => key));
  const show = (asked: string | undefined) =>
    router.replace(listHref(path, current, { columns: asked, cursor: current.cursor }), { scroll: false });

  function toggle(key: string, isOn: boolean) {
    const next = new Set(shown);
    if (isOn) next.add(key);
    else next.delete(key);
    show(columnsParameter(columns, next));
  }

  return (
    <Popover
      align="end"
      showTitle
      title={t("title")}
      trigger={
        <Button type="button">
          <Columns3 aria-hidden="true" />
          {t("label")}
        </Button>
      }
    >
      <div className="grid gap-2.5">
        {columns
          .filter(({ isFixed }) => !isFixed)
          .map(({ key, label }) => (
            <ChoiceField key={key} label={label}>
              <Checkbox checked={shown.has(key)} onCheckedChange={(isOn) => toggle(key, isOn)} />
            </ChoiceField>
          ))}
        {current.columns !== undefined && (
          <Button type="button" size="sm" className="mt-1" onClick={() => show(undefined)}>
            {t("usual")}
          </Button>
        )}
      </div>
    </Popover>
  );
}
