"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { groupTones } from "@/lib/clients/schema";

type Group = {
  id: string;
  name: string;
  tone: (typeof groupTones)[number];
  clients: number;
  version: number;
};

interface GroupListProps {
  groups: readonly Group[];
  create?: FormAction<unknown>;
  update?: FormAction<unknown>;
  remove?: FormAction<unknown>;
}

/** Groups of clients, each with its colour and how many are in it. */
export function GroupList({ groups, create, update, remove }: GroupListProps) {
  const t = useTranslations("clients.groups");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();
  const [editing, setEditing] = useState<string>();

  return (
    <Card>
      <CardBody className="grid gap-4 pt-4">
        {create && <GroupForm key={groups.length} action={create} />}
        {groups.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
        <ul className="divide-y">
          {groups.map((group) => (
            <li key={group.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5 last:pb-0">
              {update && editing === group.id ? (
                <GroupForm
                  key={group.version}
                  group={group}
                  action={update}
                  onDone={() => setEditing(undefined)}
                />
              ) : (
                <>
                  <span className="flex items-center gap-3">
                    <Badge tone={group.tone}>{group.name}</Badge>
                    <span className="text-sm text-subtle">{t("count", { count: group.clients })}</span>
                  </span>
                  <span className="flex gap-2">
                    {update && (
                      <Button type="button" size="sm" onClick={() => setEditing(group.id)}>
                        {t("edit")}
                      </Button>
                    )}
                    {remove && (
                      <ConfirmDialog
                        trigger={
                          <Button
                            type="button"
                            size="sm"
                            variant="ghost"
                            disabledReason={group.clients > 0 ? t("inUse") : undefined}
                          >
                            {t("delete")}
                          </Button>
                        }
                        title={t("deleteTitle", { name: group.name })}
                        confirmLabel={t("delete")}
                        cancelLabel={common("cancel")}
                        onConfirm={async () => {
                          const { error } = await runAction(remove, {
                            groupId: group.id,
                            version: group.version,
                          });
                          if (error) return text.refusal(error);
                          router.refresh();
                        }}
                      >
                        {t("deleteText")}
                      </ConfirmDialog>
                    )}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function GroupForm({
  group,
  action,
  onDone,
}: {
  group?: Group;
  action: FormAction<unknown>;
  onDone?: () => void;
}) {
  const t = useTranslations("clients.groups");
  const router = useRouter();

  function done() {
    toast.success(t("saved"));
    onDone?.();
    router.refresh();
  }

  return (
    <ActionForm
      action={action}
      onDone={done}
      fields={["name", "tone"]}
      className="grid w-full gap-3 sm:grid-cols-[1fr_auto_auto] sm:items-end"
    >
      {group && <input type="hidden" name="groupId" value={group.id} />}
      {group && <input type="hidden" name="version" value={group.version} />}
      <FormField
        name="name"
        label={t("name")}
        defaultValue={group?.name ?? ""}
        maxLength={60}
        autoComplete="off"
        required
      />
      <FormSelect
        name="tone"
        label={t("tone")}
        defaultValue={group?.tone ?? "neutral"}
        options={groupTones.map((value) => ({ value, label: t(`tones.${value}`) }))}
      />
      <SubmitButton>{t(group ? "save" : "add")}</SubmitButton>
    </ActionForm>
  );
}
