"use client";

import { Building2, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { RoleName } from "./role-name";

type OwnClient = {
  clientId: string;
  name: string;
  number: number;
  role: string;
  roleName: string | null;
  isCurrent: boolean;
};

/** The clients that one acts for, and the way from one to the next. */
export function ClientSwitch({
  clients,
  action,
}: {
  clients: readonly OwnClient[];
  action: FormAction<unknown>;
}) {
  const t = useTranslations("people.switch");
  const text = useProblemText();
  const [isPending, start] = useTransition();
  const go = (clientId: string) =>
    start(async () => {
      const { error } = await runAction(action, { clientId });
      if (error) toast.error(text.refusal(error));
    });

  return (
    <ul className="divide-y">
      {clients.map((client) => (
        <li key={client.clientId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <Building2 aria-hidden="true" className="size-5 shrink-0 text-subtle" />
          <div className="grid min-w-0 flex-1 gap-0.5">
            <p className="wrap-anywhere font-medium">
              <bdi>{client.name}</bdi>
            </p>
            <p className="text-muted text-sm">
              <span className="tabular">{t("number", { number: String(client.number) })}</span>
              <span className="mx-1.5 text-subtle">·</span>
              <RoleName role={client.role} name={client.roleName} />
            </p>
          </div>
          {client.isCurrent ? (
            <Badge tone="positive">
              <Check aria-hidden="true" className="size-3.5" />
              {t("current")}
            </Badge>
          ) : (
            <Button
              pending={isPending}
              onClick={() => go(client.clientId)}
              aria-label={t("goTo", { name: client.name })}
            >
              {t("go")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
