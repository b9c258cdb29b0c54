"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { NativeSelect } from "@/components/forms/native-select";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

type Choice = { value: string; label: string };

interface BulkBarProps {
  action: FormAction<{ changed: number; skipped: number }>;
  groups: readonly Choice[];
  children: ReactNode;
}

/** Clients per call: progress moves, and no call holds many records for long. */
const portion = 25;

/** A table whose rows can be chosen by boxes named `client`; while some are, a bar at the foot says what can be done to them. */
export function BulkBar({ action, groups, children }: BulkBarProps) {
  const t = useTranslations("clients.bulk");
  const text = useProblemText();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [done, setDone] = useState<number>();
  const [tag, setTag] = useState("");

  function count() {
    setChosen(new FormData(form.current ?? undefined).getAll("client").map(String));
  }

  async function change(values: Readonly<Record<string, string>>) {
    let [changed, skipped] = [0, 0];
    setDone(0);
    for (let at = 0; at < chosen.length; at += portion) {
      const data = new FormData();
      for (const [index, id] of chosen.slice(at, at + portion).entries()) data.set(`clients[${index}]`, id);
      for (const [name, value] of Object.entries(values)) data.set(`change.${name}`, value);
      const { error, value } = await action({}, data);
      if (error) {
        toast.error(text.refusal(error));
        break;
      }
      changed += value?.changed ?? 0;
      skipped += value?.skipped ?? 0;
      setDone(Math.min(at + portion, chosen.length));
    }
    setDone(undefined);
    toast.success(t("done", { changed, skipped }));
    form.current?.reset();
    setChosen([]);
    router.refresh();
  }

  const isPending = done !== undefined;
  return (
    <form ref={form} onChange={count} onSubmit={(event) => event.preventDefault()} className="grid gap-4">
      {children}
      {chosen.length > 0 && (
        <section
          aria-label={t("label")}
          className="sticky bottom-4 z-20 flex flex-wrap items-end gap-2 rounded-surface border bg-surface p-3 shadow-lg"
        >
          <p aria-live="polite" className="tabular me-auto self-center font-medium">
            {isPending ? t("progress", { done, all: chosen.length }) : t("chosen", { count: chosen.length })}
          </p>
          <Field name="bulk-tag" label={<span className="sr-only">{t("tag")}</span>} className="gap-0">
            <Input
              value={tag}
              onChange={(event) => setTag(event.target.value)}
              placeholder={t("tag")}
              maxLength={40}
              className="w-36"
            />
          </Field>
          <Button
            type="button"
            pending={isPending}
            disabledReason={tag.trim() === "" ? t("tagMissing") : undefined}
            onClick={() => change({ kind: "addTag", tag: tag.trim() })}
          >
            {t("addTag")}
          </Button>
          {groups.length > 0 && (
            <Field name="bulk-group" label={<span className="sr-only">{t("group")}</span>} className="gap-0">
              <NativeSelect
                name="bulk-group"
                placeholder={t("group")}
                options={groups}
                value=""
                onChange={(event) => change({ kind: "group", groupId: event.target.value })}
                className="w-40"
              />
            </Field>
          )}
          <Button type="button" pending={isPending} onClick={() => change({ kind: "archive" })}>
            {t("archive")}
          </Button>
        </section>
      )}
    </form>
  );
}
