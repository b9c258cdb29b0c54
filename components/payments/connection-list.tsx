"use client";

import { CreditCard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { FormField, FormSelect } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { useProblemText } from "@/components/forms/use-problem-text";
import { FormDialog } from "@/components/people/form-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { GatewayName } from "./gateway-name";

type Connection = {
  id: string;
  version: number;
  gateway: string;
  title: string;
  name: { en?: string; de?: string; ar?: string };
  isEnabled: boolean;
  isTest: boolean;
  webhookPath: string;
};
type Gateway = { id: string; isTest: boolean; settings: readonly { name: string; isSecret: boolean }[] };

interface ConnectionListProps {
  connections: readonly Connection[];
  gateways: readonly Gateway[];
  create: FormAction<unknown>;
  update: FormAction<unknown>;
}

/** The ways to pay that a company offers. */
export function ConnectionList({ connections, gateways, create, update }: ConnectionListProps) {
  const t = useTranslations("payments.connections");
  const text = useProblemText();
  const router = useRouter();
  const [editing, setEditing] = useState<Connection | "new">();

  async function turn(connection: Connection) {
    const { id: connectionId, version } = connection;
    const isEnabled = connection.isEnabled ? "false" : "true";
    const { error } = await runAction(update, { connectionId, version, isEnabled });
    if (error) toast.error(text.refusal(error));
    router.refresh();
  }

  const button = (
    <Button type="button" variant="primary" onClick={() => setEditing("new")}>
      {t("new")}
    </Button>
  );
  return (
    <>
      {connections.length > 0 && <div className="flex justify-end">{button}</div>}
      <Card>
        {connections.length === 0 ? (
          <EmptyState title={t("empty.title")} icon={<CreditCard />} action={button}>
            {t("empty.text")}
          </EmptyState>
        ) : (
          <CardBody className="pt-2">
            <ul className="divide-y">
              {connections.map((connection) => (
                <li key={connection.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                  <div className="grid min-w-0 gap-1">
                    <p className="flex flex-wrap items-center gap-2">
                      <bdi className="font-medium">{connection.title}</bdi>
                      <Badge tone={connection.isEnabled ? "positive" : "neutral"}>
                        {connection.isEnabled ? t("on") : t("off")}
                      </Badge>
                      {connection.isTest && (
                        <Badge tone="warning" dot={false}>
                          {t("test")}
                        </Badge>
                      )}
                    </p>
                    <p className="text-sm text-subtle">
                      <GatewayName id={connection.gateway} /> · {t("webhook")}{" "}
                      <bdi dir="ltr" className="wrap-anywhere">
                        {connection.webhookPath}
                      </bdi>
                    </p>
                  </div>
                  <span className="flex gap-2">
                    <Button type="button" size="sm" onClick={() => setEditing(connection)}>
                      {t("edit")}
                    </Button>
                    <Button type="button" size="sm" variant="ghost" onClick={() => void turn(connection)}>
                      {connection.isEnabled ? t("turnOff") : t("turnOn")}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </CardBody>
        )}
      </Card>
      {editing !== undefined && (
        <ConnectionDialog
          connection={editing === "new" ? undefined : editing}
          gateways={gateways}
          action={editing === "new" ? create : update}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

interface ConnectionDialogProps {
  connection: Connection | undefined;
  gateways: readonly Gateway[];
  action: FormAction<unknown>;
  onClose: () => void;
}

function ConnectionDialog({ connection, gateways, action, onClose }: ConnectionDialogProps) {
  const t = useTranslations("payments.connections");
  const names = useTranslations("payments.gateways");
  const [chosen, setChosen] = useState(connection?.gateway ?? gateways[0]?.id ?? "");
  const settings = gateways.find(({ id }) => id === chosen)?.settings ?? [];
  const nameOf = (id: string) => (names.has(id as "cash") ? names(id as "cash") : id);
  const labelOf = (name: string) => (t.has(name as "webhookSecret") ? t(name as "webhookSecret") : name);
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={connection ? t("edit") : t("new")}
      action={action}
      hidden={connection ? { connectionId: connection.id, version: connection.version } : {}}
      fields={["name.en", "name.de", "name.ar", "gateway", ...settings.map(({ name }) => `settings.${name}`)]}
      submit={t("save")}
      done={t("saved")}
    >
      {!connection && (
        <FormSelect
          name="gateway"
          label={t("gateway")}
          options={gateways.map(({ id: value }) => ({ value, label: nameOf(value) }))}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <FormField
        name="name.en"
        label={`${t("name")}, ${t("nameEnglish")}`}
        help={t("nameHelp")}
        defaultValue={connection?.name.en ?? ""}
        maxLength={80}
      />
      <div className="grid grid-cols-2 gap-4">
        <FormField
          name="name.de"
          label={t("nameGerman")}
          defaultValue={connection?.name.de ?? ""}
          maxLength={80}
        />
        <FormField
          name="name.ar"
          label={t("nameArabic")}
          defaultValue={connection?.name.ar ?? ""}
          maxLength={80}
        />
      </div>
      {settings.map(({ name, isSecret }) => (
        <FormField
          key={name}
          name={`settings.${name}`}
          label={labelOf(name)}
          help={isSecret ? t("secretHelp") : undefined}
          type={isSecret ? "password" : "text"}
          autoComplete="off"
          dir="ltr"
        />
      ))}
    </FormDialog>
  );
}
