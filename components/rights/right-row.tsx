"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Code } from "@/components/ui/code";
import type { Right } from "./types";

interface RightRowProps {
  right: Right;
  isOn: boolean;
  /** Whether the role it was copied from has it; undefined without such a role. */
  wasOn: boolean | undefined;
  onChange?: (isOn: boolean) => void;
}

/** One right in words: whether it is on, and what is special about it. */
export function RightRow({ right, isOn, wasOn, onChange }: RightRowProps) {
  const t = useTranslations("people.matrix");
  const isOpen = onChange !== undefined && right.isHeld;
  return (
    <li className="min-w-0 border-t px-4 py-2.5">
      <ChoiceField
        label={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {right.label}
            {wasOn !== undefined && wasOn !== isOn && (
              <Badge tone={isOn ? "positive" : "warning"}>{isOn ? t("added") : t("takenAway")}</Badge>
            )}
          </span>
        }
        help={
          <span className="flex flex-wrap gap-x-3">
            <Code>{right.name}</Code>
            <span>{right.isRead ? t("reads") : t("changes")}</span>
            {right.isSensitive && <span>{t("sensitive")}</span>}
            {onChange && !right.isHeld && <span>{t("notHeld")}</span>}
          </span>
        }
      >
        <Checkbox checked={isOn} disabled={!isOpen} onCheckedChange={(next) => onChange?.(next)} />
      </ChoiceField>
    </li>
  );
}
