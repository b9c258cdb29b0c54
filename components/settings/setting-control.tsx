"use client";

import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/forms/native-select";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { EditedSetting } from "./edited-setting";

interface SettingControlProps {
  id: string;
  setting: EditedSetting;
  typed: string;
  isBusy: boolean;
  hasProblem: boolean;
  onChange: (typed: string) => void;
}

/** The control that a setting's field asks for. */
export function SettingControl({ id, setting, typed, isBusy, hasProblem, onChange }: SettingControlProps) {
  const t = useTranslations("settings.fields");
  const own = useTranslations("settings.option");
  const { field, key } = setting;
  const described = hasProblem ? `${id}-help ${id}-problem` : `${id}-help`;

  if (field.kind === "switch") {
    const isOn = typed === "true" || typed === "on";
    return (
      <Switch
        id={id}
        checked={isOn}
        disabled={isBusy}
        aria-describedby={described}
        onCheckedChange={(on) => onChange(on ? "on" : "off")}
      />
    );
  }
  if (field.kind === "choice") {
    return (
      <NativeSelect
        id={id}
        value={typed}
        disabled={isBusy}
        aria-describedby={described}
        onChange={(event) => onChange(event.target.value)}
        options={field.options.map((value) => ({ value, label: t(`${key}.options.${value}` as never) }))}
      />
    );
  }
  const shared = {
    id,
    value: typed,
    "aria-invalid": hasProblem,
    "aria-describedby": described,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (field.kind === "text")
    return <Textarea {...shared} maxLength={field.maxLength} rows={4} className="sm:w-80" />;
  if (field.kind === "line") return <Input {...shared} maxLength={field.maxLength} className="sm:w-64" />;
  return (
    <span className="flex items-center gap-2">
      <Input {...shared} inputMode="numeric" autoComplete="off" className="w-24 text-end tabular-nums" />
      <span className="text-muted">{own(`units.${field.unit}`)}</span>
    </span>
  );
}
