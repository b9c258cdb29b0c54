"use client";

import { Pin, PinOff, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { useFieldProblem } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";

export type Note = {
  id: string;
  text: string;
  isPinned: boolean;
  authorId: string | null;
  authorName: string;
  version: number;
  createdAt: Date;
};

type NoteAction = FormAction<{ id: string; text: string; isPinned: boolean }>;

interface NoteListProps {
  clientId: string;
  notes: readonly Note[];
  /** The person who reads: a note is changed by its author. */
  readerId?: string;
  create?: NoteAction;
  update?: NoteAction;
  remove?: NoteAction;
}

/** What staff noted, pinned notes first. A deleted note can be taken back while its message is there. */
export function NoteList({ clientId, notes, readerId, create, update, remove }: NoteListProps) {
  const t = useTranslations("clients.notes");
  const text = useProblemText();
  const router = useRouter();
  const [editing, setEditing] = useState<string>();
  const sorted = [...notes].sort((a, b) => Number(b.isPinned) - Number(a.isPinned));

  async function pin({ id, version, isPinned }: Note) {
    const { error } = await runAction(update as NoteAction, {
      noteId: id,
      version,
      isPinned: isPinned ? "off" : "on",
    });
    if (error) toast.error(text.refusal(error));
    router.refresh();
  }

  async function erase({ id, version }: Note) {
    const { error, value } = await runAction(remove as NoteAction, { noteId: id, version });
    if (error || !value) return toast.error(text.refusal(error ?? { code: "" }));
    router.refresh();
    const takeBack = async () => {
      await runAction(create as NoteAction, {
        clientId,
        text: value.text,
        isPinned: value.isPinned ? "on" : "off",
      });
      router.refresh();
    };
    toast.info(t("deleted"), create && { action: { label: t("undo"), onPress: takeBack } });
  }

  return (
    <Card>
      <CardHeader title={t("title")} description={t("text")} />
      <CardBody className="grid gap-4">
        {create && <NoteForm clientId={clientId} action={create} />}
        {notes.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
        <ul className="divide-y">
          {sorted.map((note) => (
            <li key={note.id} className="grid gap-1.5 py-3 first:pt-0 last:pb-0">
              <div className="flex items-center gap-2 text-sm text-subtle">
                {note.isPinned && <Pin aria-label={t("pinned")} className="size-3.5 shrink-0" />}
                <bdi className="truncate">{note.authorName}</bdi>
                <DateTime value={note.createdAt} />
                <span className="ms-auto flex">
                  {update && (
                    <IconButton
                      size="sm"
                      label={t(note.isPinned ? "unpin" : "pin")}
                      icon={note.isPinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
                      onClick={() => pin(note)}
                    />
                  )}
                  {remove && (
                    <IconButton
                      size="sm"
                      label={t("delete")}
                      icon={<Trash2 aria-hidden="true" />}
                      onClick={() => erase(note)}
                    />
                  )}
                </span>
              </div>
              {update && editing === note.id ? (
                <NoteForm
                  clientId={clientId}
                  note={note}
                  action={update}
                  onDone={() => setEditing(undefined)}
                />
              ) : (
                <p className="wrap-anywhere whitespace-pre-wrap">
                  <bdi>{note.text}</bdi>
                </p>
              )}
              {update && note.authorId === readerId && editing !== note.id && (
                <Button
                  type="button"
                  size="sm"
                  variant="ghost"
                  className="justify-self-start"
                  onClick={() => setEditing(note.id)}
                >
                  {t("edit")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function NoteForm({
  clientId,
  note,
  action,
  onDone,
}: {
  clientId: string;
  note?: Note;
  action: NoteAction;
  onDone?: () => void;
}) {
  const t = useTranslations("clients.notes");
  const router = useRouter();
  const [round, setRound] = useState(0);

  function done() {
    setRound(round + 1);
    onDone?.();
    router.refresh();
  }

  return (
    <ActionForm key={round} action={action} onDone={done} fields={["text"]} className="grid gap-2">
      {note ? (
        <>
          <input type="hidden" name="noteId" value={note.id} />
          <input type="hidden" name="version" value={note.version} />
        </>
      ) : (
        <input type="hidden" name="clientId" value={clientId} />
      )}
      <NoteText label={t("label")} text={note?.text ?? ""} />
      <span className="flex justify-end">
        <SubmitButton>{t(note ? "save" : "add")}</SubmitButton>
      </span>
    </ActionForm>
  );
}

function NoteText({ label, text }: { label: string; text: string }) {
  return (
    <Field name="text" label={label} error={useFieldProblem("text")}>
      <Textarea name="text" defaultValue={text} maxLength={10_000} />
    </Field>
  );
}
