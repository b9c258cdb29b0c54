"use client";

import { Percent } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import { presetNames } from "@/lib/billing/rules/presets";
import { type TaxRule, TaxRuleDialog } from "./tax-rule-dialog";

interface TaxRuleListProps {
  rules: readonly TaxRule[];
  countries: readonly { value: string; label: string }[];
  today: string;
  actions: {
    create: FormAction<unknown>;
    update: FormAction<unknown>;
    remove: FormAction<unknown>;
    addPreset: FormAction<{ added: readonly unknown[] }>;
  };
}

/** The company's tax rules: added one by one, or by the standard rates of a part of the world. */
export function TaxRuleList({ rules, countries, today, actions }: TaxRuleListProps) {
  const t = useTranslations("taxRules");
  const locale = useLocale();
  const router = useRouter();
  const text = useProblemText();
  const [editing, setEditing] = useState<TaxRule | "new">();
  const nameOf = (code: string) => countries.find(({ value }) => value === code)?.label ?? code;
  const percent = (rate: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(Number(rate));

  async function addPreset(preset: string) {
    const { error, value } = await runAction(actions.addPreset, { preset });
    if (error) return toast.error(text.refusal(error));
    toast.success(t("presets.done", { count: value?.added.length ?? 0 }));
    router.refresh();
  }

  async function remove(rule: TaxRule) {
    const { error } = await runAction(actions.remove, { taxRuleId: rule.id, version: rule.version });
    if (error) return text.refusal(error);
    toast.success(t("deleted"));
    router.refresh();
  }

  const buttons = (
    <>
      <Menu trigger={<Button type="button">{t("presets.label")}</Button>}>
        {presetNames.map((preset) => (
          <MenuItem key={preset} onSelect={() => void addPreset(preset)}>
            {t(`presets.${preset}`)}
          </MenuItem>
        ))}
      </Menu>
      <Button type="button" variant="primary" onClick={() => setEditing("new")}>
        {t("new")}
      </Button>
    </>
  );
  return (
    <>
      <div className="flex flex-wrap justify-end gap-2">{rules.length > 0 && buttons}</div>
      <Card>
        {rules.length === 0 ? (
          <EmptyState
            title={t("empty.title")}
            icon={<Percent />}
            action={<span className="flex flex-wrap justify-center gap-2">{buttons}</span>}
          >
            {t("empty.text")}
          </EmptyState>
        ) : (
          <Table label={t("title")}>
            <TableHead>
              <TableRow>
                <TableHeaderCell>{t("country")}</TableHeaderCell>
                <TableHeaderCell className="max-sm:hidden">{t("taxClass")}</TableHeaderCell>
                <TableHeaderCell numeric>{t("rateColumn")}</TableHeaderCell>
                <TableHeaderCell className="max-sm:hidden">{t("validFrom")}</TableHeaderCell>
                <TableHeaderCell className="max-sm:hidden">{t("validUntil")}</TableHeaderCell>
                <TableHeaderCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {rules.map((rule) => (
                <TableRow key={rule.id}>
                  <TableCell grow>
                    {nameOf(rule.country)}
                    {rule.region && <bdi className="ms-2 text-subtle">{rule.region}</bdi>}
                    <bdi className="ms-2 text-subtle">{rule.name}</bdi>
                  </TableCell>
                  <TableCell className="max-sm:hidden">{rule.taxClass ?? t("allClasses")}</TableCell>
                  <TableCell numeric>{percent(rule.rate)} %</TableCell>
                  <TableCell className="max-sm:hidden">
                    <DateTime value={rule.validFrom} />
                  </TableCell>
                  <TableCell className="max-sm:hidden">
                    {rule.validUntil && <DateTime value={rule.validUntil} />}
                  </TableCell>
                  <TableCell>
                    <span className="flex justify-end gap-1">
                      <Button type="button" size="sm" onClick={() => setEditing(rule)}>
                        {t("edit")}
                      </Button>
                      <ConfirmDialog
                        trigger={
                          <Button type="button" size="sm" variant="ghost">
                            {t("delete")}
                          </Button>
                        }
                        title={t("deleteTitle")}
                        confirmLabel={t("delete")}
                        cancelLabel={t("cancel")}
                        onConfirm={() => remove(rule)}
                      >
                        {t("deleteText")}
                      </ConfirmDialog>
                    </span>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      {editing !== undefined && (
        <TaxRuleDialog
          rule={editing === "new" ? undefined : editing}
          countries={countries}
          today={today}
          action={editing === "new" ? actions.create : actions.update}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
