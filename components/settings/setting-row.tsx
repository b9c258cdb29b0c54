"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import type { ActionState, FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
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
  const [error, setError] = useState<ActionState<unknown>["error"]>();
  const [isSaving, startSaving] = useTransition();
  const [isResetting, startResetting] = useTransition();
  const problem = error && (error.fields?.[0] ? text.field(error.fields[0]) : text.refusal(error));
  const takesEffectAtOnce = setting.field.kind === "switch" || setting.field.kind === "choice";

  /** Through `runAction`, which asks who the person is where that is wanted, and then does it again. */
  async function send(action: FormAction<unknown>, values: Record<string, string | number>) {
    const outcome = await runAction(action, { key: setting.key, ...values });
    setError(outcome.error);
    if (outcome.ok) toast.success(own("saved"));
  }
  const save = (value: string) => startSaving(() => send(onSave, { value, version: setting.version }));
  const reset = () => startResetting(() => send(onReset, {}));

  function choose(value: string) {
    setTyped(value);
    if (takesEffectAtOnce) save(value);
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
          save(typed);
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
            onClick={reset}
          />
        )}
      </form>
    </li>
  );
}
