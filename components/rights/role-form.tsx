"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { RightMatrix } from "./right-matrix";
import type { RightGroup } from "./types";

interface RoleFormProps {
  action: FormAction<unknown>;
  groups: readonly RightGroup[];
  /** Sent along: the role and its version, or kind and base of a new one. */
  hidden: Readonly<Record<string, string | number>>;
  role: { name: string; description: string | null; permissions: readonly string[] };
  base?: readonly string[];
  isNew: boolean;
}

/** Name, purpose and rights of a role of the company. */
export function RoleForm({ action, groups, hidden, role, base, isNew }: RoleFormProps) {
  const t = useTranslations("people.role");
  const common = useTranslations("common");
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(role.permissions));

  function done() {
    toast.success(t("saved"));
    router.push("/admin/settings/roles");
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={done} fields={["name", "description", "permissions"]}>
      <Card>
        <CardBody className="grid gap-5 pt-4">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {[...chosen].map((name) => (
            <input key={name} type="hidden" name="permissions" value={name} />
          ))}
          <FormField
            name="name"
            label={t("name")}
            defaultValue={role.name}
            maxLength={60}
            autoComplete="off"
            required
          />
          <FormField
            name="description"
            label={t("purpose")}
            help={t("purposeHelp")}
            defaultValue={role.description ?? ""}
            maxLength={300}
            autoComplete="off"
          />
          <RightMatrix groups={groups} chosen={chosen} base={base && new Set(base)} onChange={setChosen} />
        </CardBody>
        {/* The matrix is long: what saves it stays in sight. */}
        <CardFooter className="rounded-b-surface bg-surface sm:sticky sm:bottom-0">
          <ButtonLink href="/admin/settings/roles">{common("cancel")}</ButtonLink>
          <SubmitButton>{isNew ? t("create") : common("save")}</SubmitButton>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
