"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { RoleName } from "@/components/people/role-name";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";

type RoleLine = { key: string; kind: "STAFF" | "CLIENT"; name: string | null; people: number };

interface DemandedRolesProps {
  roles: readonly RoleLine[];
  policy: { demandedOf: "optional" | "staff" | "everyone"; roles: readonly string[]; version: number };
  /** Absent for those who may only read it. */
  action: FormAction<unknown> | undefined;
}

const kinds = ["STAFF", "CLIENT"] as const;

/** The roles whose people must have a second factor. What the company's setting demands already is on, and stays so. */
export function DemandedRoles({ roles, policy, action }: DemandedRolesProps) {
  const t = useTranslations("people.demanded");
  const role = useTranslations("people.role");
  const common = useTranslations("common");
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(policy.roles));
  const added = roles.some(({ key }) => chosen.has(key) && !policy.roles.includes(key));

  function done() {
    toast.success(t("saved"));
    router.refresh();
  }
  const toggle = (key: string, isOn: boolean) =>
    setChosen((now) => new Set(isOn ? [...now, key] : [...now].filter((one) => one !== key)));

  const card = (
    <Card>
      <CardHeader title={t("roles")} description={t("rolesText")} />
      <CardBody className="grid gap-6 sm:grid-cols-2">
        {kinds.map((kind) => (
          <fieldset key={kind} className="grid content-start gap-3">
            <legend className="mb-3 font-medium text-(length:--label-text) text-muted">
              {role(`kinds.${kind}`)}
            </legend>
            {roles
              .filter((one) => one.kind === kind)
              .map(({ key, name, people }) => {
                const isBySetting = coversKind(policy.demandedOf, kind);
                return (
                  <ChoiceField
                    key={key}
                    label={<RoleName role={key} name={name} />}
                    help={isBySetting ? t("bySetting") : t("people", { count: people })}
                  >
                    <Checkbox
                      name={isBySetting ? undefined : "roles"}
                      value={key}
                      checked={isBySetting || chosen.has(key)}
                      disabled={isBySetting || action === undefined}
                      onCheckedChange={(isOn) => toggle(key, isOn)}
                    />
                  </ChoiceField>
                );
              })}
          </fieldset>
        ))}
        {/* What the setting covers keeps its own mark, for the day on which the setting changes. */}
        {roles
          .filter(({ key, kind }) => coversKind(policy.demandedOf, kind) && chosen.has(key))
          .map(({ key }) => (
            <input key={key} type="hidden" name="roles" value={key} />
          ))}
        <input type="hidden" name="version" value={policy.version} />
      </CardBody>
      {added && (
        <CardBody>
          <Notice tone="warning">{t("consequence")}</Notice>
        </CardBody>
      )}
      {action && (
        <CardFooter>
          <SubmitButton>{common("save")}</SubmitButton>
        </CardFooter>
      )}
    </Card>
  );
  if (action === undefined) return card;
  return (
    <ActionForm action={action} onDone={done} fields={[]}>
      {card}
    </ActionForm>
  );
}

function coversKind(demandedOf: "optional" | "staff" | "everyone", kind: "STAFF" | "CLIENT"): boolean {
  return demandedOf === "everyone" || (demandedOf === "staff" && kind === "STAFF");
}
