"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, useFieldProblem } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Code } from "@/components/ui/code";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { MailPreview } from "./mail-preview";

type Words = { subject: string; heading: string; body: string; action: string | null; note: string | null };
type Preview = { subject: string; html: string; text: string };

interface TemplateEditorProps {
  template: string;
  language: string;
  direction: "ltr" | "rtl";
  words: Words;
  version: number;
  variables: readonly string[];
  hasAction: boolean;
  preview: Preview;
  save: FormAction<{ version: number }>;
  show: FormAction<Preview>;
}

const fields = ["subject", "heading", "body", "action", "note"] as const;
const patienceMs = 400;

/** Words of a template, and beside them how the mail looks, a moment after each change. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { template, language, direction, words, version, variables, hasAction, save, show } = props;
  const t = useTranslations("mailbox.editor");
  const router = useRouter();
  const form = useRef<HTMLDivElement>(null);
  const { preview, problem, refresh } = usePreview(props.preview, show);

  function changed() {
    const values = new FormData(form.current?.querySelector("form") ?? undefined);
    refresh(Object.fromEntries([...values].map(([name, value]) => [name, String(value)])));
  }

  function finish() {
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <div ref={form} onChange={changed} className="min-w-0">
        <ActionForm action={save} onDone={finish} fields={fields}>
          <input type="hidden" name="template" value={template} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="version" value={version} />
          <Card>
            <CardHeader title={t("words")} />
            <CardBody className="grid gap-5">
              <FormField
                name="subject"
                dir={direction}
                label={t("subject")}
                defaultValue={words.subject}
                required
              />
              <FormField
                name="heading"
                dir={direction}
                label={t("heading")}
                defaultValue={words.heading}
                required
              />
              <LongField
                name="body"
                dir={direction}
                label={t("body")}
                help={t("bodyHelp")}
                value={words.body}
                rows={8}
              />
              {hasAction && (
                <FormField
                  name="action"
                  dir={direction}
                  label={t("action")}
                  defaultValue={words.action ?? ""}
                />
              )}
              <LongField
                name="note"
                dir={direction}
                label={t("note")}
                help={t("noteHelp")}
                value={words.note ?? ""}
                rows={2}
              />
              <div className="grid gap-1.5">
                <p className="text-muted text-sm">{t("variables")}</p>
                <ul className="flex flex-wrap gap-1.5">
                  {variables.map((name) => (
                    <li key={name}>
                      <Code>{`{{${name}}}`}</Code>
                    </li>
                  ))}
                </ul>
              </div>
            </CardBody>
            <CardFooter>
              <SubmitButton>{t("save")}</SubmitButton>
            </CardFooter>
          </Card>
        </ActionForm>
      </div>
      <Card className="self-start">
        <CardHeader title={t("preview")} description={t("previewHelp")} />
        <CardBody className="grid gap-2">
          {problem && (
            <Notice tone="warning" live="status">
              {problem}
            </Notice>
          )}
          <p className="wrap-anywhere">
            <span className="text-muted">{t("subject")}: </span>
            <bdi lang={language}>{preview.subject}</bdi>
          </p>
        </CardBody>
        <MailPreview html={preview.html} text={preview.text} label={t("preview")} />
      </Card>
    </div>
  );
}

/** The newest preview that could be made; what cannot be shown says why. */
function usePreview(first: Preview, show: FormAction<Preview>) {
  const [preview, setPreview] = useState(first);
  const [problem, setProblem] = useState<string>();
  const text = useProblemText();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  function refresh({ version: _version, ...values }: Record<string, string>) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      latest.current += 1;
      const asked = latest.current;
      const { value, error } = await runAction(show, values);
      // An answer that a newer one has overtaken is not shown.
      if (asked !== latest.current) return;
      if (value) setPreview(value);
      setProblem(error && text.refusal(error));
    }, patienceMs);
  }

  return { preview, problem, refresh };
}

interface LongFieldProps {
  name: string;
  dir: "ltr" | "rtl";
  label: string;
  help: string;
  value: string;
  rows: number;
}

function LongField({ name, dir, label, help, value, rows }: LongFieldProps) {
  return (
    <Field name={name} label={label} help={help} error={useFieldProblem(name)}>
      <Textarea name={name} dir={dir} rows={rows} defaultValue={value} />
    </Field>
  );
}
