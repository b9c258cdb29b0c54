"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { toast } from "@/components/ui/toast";

type Subject = { subjectKind: "user" | "client" | "contact"; subjectId: string };

interface PersonalDataProps {
  subject: Subject;
  consents: readonly { id: string; isGiven: boolean; source: string; wording: string; at: Date }[];
  exports: readonly { id: string; status: string; createdAt: Date; href: string | null }[];
  /** The words that are agreed to. */
  wording: string;
  requestExport?: FormAction<unknown>;
  recordConsent?: FormAction<unknown>;
  /** For staff: what an erasure would do. */
  erasure?: {
    action: FormAction<unknown>;
    name: string;
    parts: readonly { table: string; rows: number; fate: string }[];
    refusedBy: string | null;
  };
  /** Where to go once there is nothing left to look at. */
  erasedHref?: string;
  /** For clients: asks staff. */
  requestErasure?: FormAction<unknown>;
}

/** What is held of somebody: take it along, agree or not to marketing, be forgotten. */
export function PersonalData({ subject, consents, exports, wording, ...may }: PersonalDataProps) {
  const t = useTranslations("clients.privacy");
  const text = useProblemText();
  const router = useRouter();
  const isGiven = consents[0]?.isGiven ?? false;

  async function run(action: FormAction<unknown>, values: Record<string, string>, done: string) {
    const { error } = await runAction(action, { ...subject, ...values });
    if (error) return text.refusal(error);
    toast.success(done);
    if (action === may.erasure?.action && may.erasedHref) router.push(may.erasedHref);
    router.refresh();
  }
  const orToast = async (outcome: Promise<string | undefined>) => {
    const problem = await outcome;
    if (problem) toast.error(problem);
  };

  return (
    <>
      <Card>
        <CardHeader
          title={t("export.title")}
          description={t("export.text")}
          actions={
            may.requestExport && (
              <Button
                type="button"
                onClick={() => orToast(run(may.requestExport as FormAction<unknown>, {}, t("export.asked")))}
              >
                {t("export.ask")}
              </Button>
            )
          }
        />
        {exports.length > 0 && (
          <CardBody>
            <ul className="divide-y">
              {exports.map(({ id, status, createdAt, href }) => (
                <li key={id} className="flex items-center justify-between gap-3 py-2 first:pt-0 last:pb-0">
                  <DateTime value={createdAt} />
                  {href ? (
                    <a
                      href={href}
                      download
                      rel="noopener noreferrer nofollow"
                      className="rounded-sm text-accent-text underline"
                    >
                      {t("export.fetch")}
                    </a>
                  ) : (
                    <span className="text-subtle">{t(`export.status.${status}` as never)}</span>
                  )}
                </li>
              ))}
            </ul>
          </CardBody>
        )}
      </Card>
      <Card>
        <CardHeader
          title={t("consent.title")}
          description={t(isGiven ? "consent.given" : "consent.notGiven")}
          actions={
            may.recordConsent && (
              <Button
                type="button"
                onClick={() =>
                  orToast(
                    run(
                      may.recordConsent as FormAction<unknown>,
                      { isGiven: isGiven ? "off" : "on", wording },
                      t("consent.saved"),
                    ),
                  )
                }
              >
                {t(isGiven ? "consent.withdraw" : "consent.give")}
              </Button>
            )
          }
        />
        <CardBody className="grid gap-3">
          {!isGiven && <p className="text-muted">“{wording}”</p>}
          {consents.length > 0 && (
            <ul className="divide-y text-sm">
              {consents.map(({ id, isGiven: wasGiven, source, wording: words, at }) => (
                <li
                  key={id}
                  className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
                >
                  <span>
                    {t(wasGiven ? "consent.wasGiven" : "consent.wasWithdrawn")} ·{" "}
                    {t(`consent.source.${source}` as never)}
                    <span className="block text-subtle">“{words}”</span>
                  </span>
                  <DateTime value={at} />
                </li>
              ))}
            </ul>
          )}
        </CardBody>
      </Card>
      {(may.erasure ?? may.requestErasure) && (
        <Card>
          <CardHeader
            title={t("erasure.title")}
            description={t(may.erasure ? "erasure.text" : "erasure.ownText")}
          />
          <CardBody className="grid gap-4">
            {may.erasure && <ErasureParts parts={may.erasure.parts} />}
            <Erase {...may} run={run} />
          </CardBody>
        </Card>
      )}
    </>
  );
}

function ErasureParts({ parts }: { parts: readonly { table: string; rows: number; fate: string }[] }) {
  const t = useTranslations("clients.privacy.erasure");
  return (
    <dl className="grid grid-cols-[1fr_auto_auto] gap-x-6 gap-y-1.5 text-sm">
      {parts.map(({ table, rows, fate }) => (
        <div key={table} className="contents">
          <dt>{t(`tables.${table}` as never)}</dt>
          <dd className="tabular text-end text-subtle">{rows}</dd>
          <dd className={fate === "kept" ? "text-muted" : "text-danger"}>{t(`fate.${fate}` as never)}</dd>
        </div>
      ))}
    </dl>
  );
}

type EraseProps = Pick<PersonalDataProps, "erasure" | "requestErasure"> & {
  run: (
    action: FormAction<unknown>,
    values: Record<string, string>,
    done: string,
  ) => Promise<string | undefined>;
};

function Erase({ erasure, requestErasure, run }: EraseProps) {
  const t = useTranslations("clients.privacy.erasure");
  const common = useTranslations("common");
  const text = useProblemText();
  const refusal = erasure?.refusedBy ? text.refusal({ code: erasure.refusedBy }) : undefined;
  return (
    <div className="flex justify-end">
      <ConfirmDialog
        trigger={
          <Button type="button" variant="danger" disabledReason={refusal}>
            {t(erasure ? "erase" : "ask")}
          </Button>
        }
        title={erasure ? t("eraseTitle", { name: erasure.name }) : t("askTitle")}
        confirmLabel={t(erasure ? "erase" : "ask")}
        cancelLabel={common("cancel")}
        typeToConfirm={
          erasure && {
            name: erasure.name,
            label: t("type", { name: erasure.name }),
            missing: t("typeMissing"),
          }
        }
        onConfirm={async () =>
          erasure
            ? run(erasure.action, { confirmation: erasure.name }, t("erased"))
            : run(requestErasure as FormAction<unknown>, {}, t("asked"))
        }
      >
        {t(erasure ? "eraseText" : "askText")}
      </ConfirmDialog>
    </div>
  );
}
