"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useActionState, useEffect, useId, useState } from "react";
import type { ActionState, FormAction } from "@/components/forms/action-state";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { EditedSetting } from "./edited-setting";
import { SettingControl } from "./setting-control";

interface SettingRowProps {
  setting: EditedSetting;
  onSave: FormAction<unknown>;
  onReset: FormAction<unknown>;
}

/** One setting: what it means, its value, and the way back to the initial one. Each is saved on its own. */
export function SettingRow({ setting, onSave, onReset }: SettingRowProps) {
  const t = useTranslations("settings.fields");
  const own = useTranslations("settings.option");
  const text = useProblemText();
  const id = useId();
  const [typed, setTyped] = useState(String(setting.value));
  const [state, save, isSaving] = useActionState<ActionState<unknown>, FormData>(onSave, {});
  const [resetState, reset, isResetting] = useActionState<ActionState<unknown>, FormData>(onReset, {});
  const error = state.error ?? resetState.error;
  const problem = error && (error.fields?.[0] ? text.field(error.fields[0]) : text.refusal(error));
  const takesEffectAtOnce = setting.field.kind === "switch" || setting.field.kind === "choice";

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is told once, whatever else renders.
  useEffect(() => {
    if (state.ok || resetState.ok) toast.success(own("saved"));
  }, [state, resetState]);

  function send(to: (form: FormData) => void, value?: string) {
    const form = new FormData();
    form.set("key", setting.key);
    if (value !== undefined) {
      form.set("value", value);
      form.set("version", String(setting.version));
    }
    startTransition(() => to(form));
  }

  function choose(value: string) {
    setTyped(value);
    if (takesEffectAtOnce) send(save, value);
  }

  return (
    <li
      id={setting.key}
      className="grid scroll-mt-24 gap-3 p-4 target:bg-accent-soft/40 sm:grid-cols-[1fr_auto] sm:gap-6"
    >
      <div className="grid content-start gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={id} className="font-medium">
            {t(`${setting.key}.label` as never)}
          </label>
          {setting.isChanged && <Badge tone="info">{own("changed")}</Badge>}
        </div>
        <p id={`${id}-help`} className="text-muted">
          {t(`${setting.key}.help` as never)}
        </p>
        {problem && (
          <p id={`${id}-problem`} role="alert" className="text-danger">
            {problem}
          </p>
        )}
      </div>
      <form
        className="flex items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          send(save, typed);
        }}
      >
        <SettingControl
          id={id}
          setting={setting}
          typed={typed}
          isBusy={isSaving || isResetting}
          hasProblem={problem !== undefined}
          onChange={choose}
        />
        {!takesEffectAtOnce && typed !== String(setting.value) && (
          <Button type="submit" size="sm" pending={isSaving}>
            {own("save")}
          </Button>
        )}
        {setting.isChanged && (
          <IconButton
            type="button"
            size="sm"
            variant="ghost"
            label={own("reset")}
            disabled={isResetting}
            icon={<RotateCcw />}
            onClick={() => send(reset)}
          />
        )}
      </form>
    </li>
  );
}
