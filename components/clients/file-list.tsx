"use client";

import { FileText, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ActionProblem, FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { fileSize } from "@/lib/ui/file-size";

export type ClientFile = {
  id: string;
  name: string;
  sizeBytes: bigint;
  isVisible: boolean;
  uploadedByName: string;
  createdAt: Date;
  /** Signed, for this person, for a while. */
  href: string;
};

interface FileListProps {
  clientId: string;
  files: readonly ClientFile[];
  mayAdd?: boolean;
  update?: FormAction<{ id: string }>;
  remove?: FormAction<{ id: string }>;
}

/** Files of a client: saved by a press on the name, shown to the client where staff say so. */
export function FileList({ clientId, files, mayAdd, update, remove }: FileListProps) {
  const t = useTranslations("clients.files");
  const common = useTranslations("common");
  const text = useProblemText();
  const locale = useLocale();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isPending, setIsPending] = useState(false);

  const explain = (error: ActionProblem) => {
    const [field] = error.fields ?? [];
    return field ? text.field(field) : text.refusal(error);
  };

  async function upload(chosen: FileList_) {
    setIsPending(true);
    for (const file of chosen) {
      const query = new URLSearchParams({ clientId, name: file.name });
      const answer = await fetch(`/api/uploads/client-files?${query}`, { method: "POST", body: file }).catch(
        () => undefined,
      );
      const { error } = ((await answer?.json().catch(() => undefined)) ?? {
        error: { code: "", message: "", requestId: "" },
      }) as { error?: ActionProblem };
      if (error) toast.error(explain(error));
      else toast.success(t("added", { name: file.name }));
    }
    setIsPending(false);
    if (input.current) input.current.value = "";
    router.refresh();
  }

  async function show(file: ClientFile) {
    const { error } = await runAction(update as FormAction<{ id: string }>, {
      clientFileId: file.id,
      isVisible: file.isVisible ? "off" : "on",
    });
    if (error) toast.error(explain(error));
    router.refresh();
  }

  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={mayAdd ? t("text") : undefined}
        actions={
          mayAdd && (
            <Button type="button" pending={isPending} onClick={() => input.current?.click()}>
              <Upload aria-hidden="true" />
              {t("add")}
            </Button>
          )
        }
      />
      <CardBody>
        {mayAdd && (
          <input
            ref={input}
            type="file"
            multiple
            aria-label={t("add")}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => upload(event.target.files ?? [])}
          />
        )}
        {files.length === 0 && (
          <EmptyState title={t("none")} icon={<FileText />}>
            {t("noneText")}
          </EmptyState>
        )}
        <ul className="divide-y">
          {files.map((file) => (
            <li
              key={file.id}
              className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0"
            >
              <div className="grid min-w-0 gap-0.5">
                <a
                  href={file.href}
                  download
                  rel="noopener noreferrer nofollow"
                  className="wrap-anywhere rounded-sm font-medium hover:underline"
                >
                  <bdi>{file.name}</bdi>
                </a>
                <p className="flex flex-wrap gap-x-3 text-sm text-subtle">
                  <span className="tabular" suppressHydrationWarning>
                    {fileSize(file.sizeBytes, locale)}
                  </span>
                  <bdi>{file.uploadedByName}</bdi>
                  <DateTime value={file.createdAt} />
                  {file.isVisible && mayAdd && <span>{t("visible")}</span>}
                </p>
              </div>
              <div className="flex gap-2">
                {update && (
                  <Button type="button" size="sm" onClick={() => show(file)}>
                    {t(file.isVisible ? "hide" : "show")}
                  </Button>
                )}
                {remove && (
                  <ConfirmDialog
                    trigger={
                      <Button type="button" size="sm" variant="ghost">
                        {t("delete")}
                      </Button>
                    }
                    title={t("deleteTitle", { name: file.name })}
                    confirmLabel={t("delete")}
                    cancelLabel={common("cancel")}
                    onConfirm={async () => {
                      const { error } = await runAction(remove, { clientFileId: file.id });
                      if (error) return explain(error);
                      router.refresh();
                    }}
                  >
                    {t("deleteText")}
                  </ConfirmDialog>
                )}
              </div>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

type FileList_ = Iterable<File>;
