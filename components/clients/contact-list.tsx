"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { FormField } from "@/components/forms/form-field";
import { runAction } from "@/components/forms/run-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useProblemText } from "@/components/forms/use-problem-text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { mailKinds } from "@/lib/clients/schema";

export type Contact = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  position: string | null;
  mails: readonly string[];
  version: number;
};

interface ContactListProps {
  clientId: string;
  contacts: readonly Contact[];
  /** Absent where the person may not. */
  create?: FormAction<{ id: string }>;
  update?: FormAction<{ id: string }>;
  remove?: FormAction<{ id: string }>;
  /** Where what is held of a contact is looked at, for staff. */
  privacyPath?: string;
}

/** A client's contacts, each with the kinds of mail it gets. */
export function ContactList({ clientId, contacts, create, update, remove, privacyPath }: ContactListProps) {
  const t = useTranslations("clients.contacts");
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("text")}
        actions={
          create &&
          open !== "new" && (
            <Button type="button" onClick={() => setOpen("new")}>
              <Plus aria-hidden="true" />
              {t("add")}
            </Button>
          )
        }
      />
      <CardBody className="grid gap-4">
        {create && open === "new" && <ContactForm clientId={clientId} action={create} onClose={close} />}
        {contacts.length === 0 && open !== "new" && (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        )}
        <ul className="divide-y">
          {contacts.map((contact) => (
            <li key={contact.id} className="py-3 first:pt-0 last:pb-0">
              {update && open === contact.id ? (
                <ContactForm
                  key={contact.version}
                  clientId={clientId}
                  contact={contact}
                  action={update}
                  onClose={close}
                />
              ) : (
                <ContactLine
                  contact={contact}
                  onEdit={update && (() => setOpen(contact.id))}
                  remove={remove}
                  privacyHref={privacyPath && `${privacyPath}/${contact.id}`}
                />
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

function ContactLine({
  contact,
  onEdit,
  remove,
  privacyHref,
}: {
  contact: Contact;
  onEdit?: () => void;
  remove?: FormAction<{ id: string }>;
  privacyHref?: string;
}) {
  const t = useTranslations("clients.contacts");
  const common = useTranslations("common");
  const text = useProblemText();
  const router = useRouter();

  async function confirm() {
    if (!remove) return;
    const { error } = await runAction(remove, { contactId: contact.id, version: contact.version });
    if (error) return text.refusal(error);
    toast.success(t("removed"));
    router.refresh();
  }

  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="grid min-w-0 gap-0.5">
        <p className="font-medium">
          <bdi>{contact.name}</bdi>
          {contact.position && (
            <span className="ms-2 font-normal text-subtle">
              <bdi>{contact.position}</bdi>
            </span>
          )}
        </p>
        <p className="wrap-anywhere text-muted">
          <bdi>{contact.email}</bdi>
          {contact.phone && <bdi className="tabular ms-3">{contact.phone}</bdi>}
        </p>
        <p className="text-sm text-subtle">
          {contact.mails.length === 0
            ? t("noMail")
            : contact.mails.map((kind) => t(`mails.${kind}` as never)).join(" · ")}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {privacyHref && (
          <ButtonLink
            size="sm"
            variant="ghost"
            href={privacyHref}
            aria-label={t("privacyOf", { name: contact.name })}
          >
            {t("privacy")}
          </ButtonLink>
        )}
        {onEdit && (
          <Button type="button" size="sm" onClick={onEdit} aria-label={t("editOne", { name: contact.name })}>
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
                aria-label={t("removeOne", { name: contact.name })}
              >
                {t("remove")}
              </Button>
            }
            title={t("removeTitle", { name: contact.name })}
            confirmLabel={t("remove")}
            cancelLabel={common("cancel")}
            onConfirm={confirm}
          >
            {t("removeText")}
          </ConfirmDialog>
        )}
      </div>
    </div>
  );
}

interface ContactFormProps {
  clientId: string;
  contact?: Contact;
  action: FormAction<{ id: string }>;
  onClose: () => void;
}

function ContactForm({ clientId, contact, action, onClose }: ContactFormProps) {
  const t = useTranslations("clients.contacts");
  const common = useTranslations("common");
  const router = useRouter();

  function done() {
    toast.success(t("saved"));
    onClose();
    router.refresh();
  }

  return (
    <ActionForm action={action} onDone={done} fields={["name", "email", "phone", "position"]}>
      {contact ? (
        <>
          <input type="hidden" name="contactId" value={contact.id} />
          <input type="hidden" name="version" value={contact.version} />
        </>
      ) : (
        <input type="hidden" name="clientId" value={clientId} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="name"
          label={t("name")}
          defaultValue={contact?.name ?? ""}
          maxLength={120}
          autoComplete="off"
          required
        />
        <FormField
          name="position"
          label={t("position")}
          aside={common("optional")}
          defaultValue={contact?.position ?? ""}
          maxLength={120}
          autoComplete="off"
        />
        <FormField
          name="email"
          type="email"
          dir="ltr"
          label={t("email")}
          defaultValue={contact?.email ?? ""}
          maxLength={254}
          autoComplete="off"
          required
        />
        <FormField
          name="phone"
          type="tel"
          dir="ltr"
          label={t("phone")}
          aside={common("optional")}
          defaultValue={contact?.phone ?? ""}
          maxLength={40}
          autoComplete="off"
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t("gets")}</legend>
        <input type="hidden" name="mails" value="" />
        <div className="grid gap-2 sm:grid-cols-3">
          {mailKinds.map((kind) => (
            <ChoiceField key={kind} label={t(`mails.${kind}`)}>
              <Checkbox
                name="mails"
                value={kind}
                defaultChecked={(contact?.mails ?? ["general"]).includes(kind)}
              />
            </ChoiceField>
          ))}
        </div>
      </fieldset>
      <div className="flex justify-end gap-2">
        <Button type="button" onClick={onClose}>
          {common("cancel")}
        </Button>
        <SubmitButton>{common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
