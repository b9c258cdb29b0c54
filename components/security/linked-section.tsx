"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { FormError } from "@/components/ui/form-error";
import { toast } from "@/components/ui/toast";

type Identity = {
  id: string;
  provider: string;
  email: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
};
type Provider = { id: string; name: string };

interface LinkedSectionProps {
  identities: readonly Identity[];
  providers: readonly Provider[];
  actions: { connect: FormAction<{ address: string }>; unlink: FormAction<unknown> };
}

/** Accounts elsewhere that sign the person in, and the buttons to connect more. */
export function LinkedSection({ identities, providers, actions }: LinkedSectionProps) {
  const t = useTranslations("identities");
  return (
    <Card aria-labelledby="identities">
      <CardHeader id="identities" title={t("title")} description={t("description")} />
      {identities.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t("empty")}</p>
        </CardBody>
      ) : (
        <ul className="divide-y border-t">
          {identities.map((identity) => (
            <li key={identity.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <IdentityFacts identity={identity} />
              <Unlink identity={identity} action={actions.unlink} />
            </li>
          ))}
        </ul>
      )}
      {providers.length > 0 && (
        <CardBody className="flex flex-wrap gap-2 border-t pt-4">
          {providers.map((provider) => (
            <Connect key={provider.id} provider={provider} action={actions.connect} />
          ))}
        </CardBody>
      )}
    </Card>
  );
}

function IdentityFacts({ identity }: { identity: Identity }) {
  const t = useTranslations("identities");
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="wrap-anywhere font-medium">
        {identity.provider}
        {identity.email && <bdi className="ms-2 font-normal text-muted">{identity.email}</bdi>}
      </p>
      <p className="text-muted text-sm">
        {t("since")} <DateTime value={identity.createdAt} />
        <span className="mx-1.5 text-subtle">·</span>
        {identity.lastUsedAt ? (
          <>
            {t("used")} <DateTime value={identity.lastUsedAt} show="date-time" />
          </>
        ) : (
          t("neverUsed")
        )}
      </p>
    </div>
  );
}

function Connect({ provider, action }: { provider: Provider; action: FormAction<{ address: string }> }) {
  const t = useTranslations("identities");
  const text = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();

  function go() {
    startTransition(async () => {
      const { value, error } = await runAction(action, { providerId: provider.id });
      setProblem(error && text.refusal(error));
      if (value) window.location.assign(value.address);
    });
  }

  return (
    <div className="grid gap-2">
      <FormError title={problem} />
      <Button pending={isPending} onClick={go} className="justify-self-start">
        {t("connect", { name: provider.name })}
      </Button>
    </div>
  );
}

function Unlink({ identity, action }: { identity: Identity; action: FormAction<unknown> }) {
  const t = useTranslations("identities.remove");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    const { error } = await runAction(action, { identityId: identity.id });
    if (error) return text.refusal(error);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t("labelOf", { name: identity.provider })}>
          {t("label")}
        </Button>
      }
      title={t("title", { name: identity.provider })}
      confirmLabel={t("label")}
      cancelLabel={common("cancel")}
      onConfirm={confirm}
    >
      {t("text")}
    </ConfirmDialog>
  );
}
