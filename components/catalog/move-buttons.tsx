"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { RecordKind } from "@/lib/catalog/rules/record-kinds";

interface MoveButtonsProps {
  kind: RecordKind;
  id: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
  action: FormAction<unknown>;
}

/** Moves a record past its neighbour, above or below. */
export function MoveButtons({ kind, id, name, isFirst, isLast, action }: MoveButtonsProps) {
  const t = useTranslations("catalog");
  const text = useProblemText();
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);

  async function move(direction: "up" | "down") {
    setIsBusy(true);
    const { error } = await runAction(action, { kind, catalogRecordId: id, direction });
    setIsBusy(false);
    if (error) toast.error(text.refusal(error));
    router.refresh();
  }

  return (
    <span className="relative z-10 inline-flex">
      <IconButton
        size="sm"
        label={t("up", { name })}
        icon={<ArrowUp aria-hidden="true" />}
        disabled={isFirst || isBusy}
        onClick={() => move("up")}
      />
      <IconButton
        size="sm"
        label={t("down", { name })}
        icon={<ArrowDown aria-hidden="true" />}
        disabled={isLast || isBusy}
        onClick={() => move("down")}
      />
    </span>
  );
}
