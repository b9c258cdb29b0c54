import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { ContactList } from "@/components/clients/contact-list";
import { FileList } from "@/components/clients/file-list";
import { inLanguage } from "@/components/clients/in-language";
import { PersonalData } from "@/components/clients/personal-data";
import { MessagesFor } from "@/components/i18n/messages-for";
import { PageLayout } from "@/components/shell/page-layout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { createContact } from "@/lib/clients/operations/create-contact";
import { deleteContact } from "@/lib/clients/operations/delete-contact";
import { getClient } from "@/lib/clients/operations/get-client";
import { listContacts } from "@/lib/clients/operations/list-contacts";
import { listFields } from "@/lib/clients/operations/list-fields";
import { listFiles } from "@/lib/clients/operations/list-files";
import { updateContact } from "@/lib/clients/operations/update-contact";
import { printPhone } from "@/lib/clients/phone";
import { addressLines } from "@/lib/clients/print-address";
import { fileLink } from "@/lib/core/files/link";
import { countryName } from "@/lib/i18n/countries";
import { listConsents } from "@/lib/privacy/operations/list-consents";
import { listExports } from "@/lib/privacy/operations/list-exports";
import { recordConsent } from "@/lib/privacy/operations/record-consent";
import { requestErasure } from "@/lib/privacy/operations/request-erasure";
import { requestExport } from "@/lib/privacy/operations/request-export";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.areas");
  return { title: t("profile") };
}

export default guardedPage(
  getClient,
  async (page) => {
    const { actor, read, may } = page;
    const { clientId, id: actorId = "", tenantId } = actor;
    if (clientId === undefined) forbidden();

    const subject = { subjectKind: "user", subjectId: actorId } as const;
    const client = await read(getClient, { clientId });
    const [t, clients, areas, locale, contacts, files, fields, consents, exports] = await Promise.all([
      getTranslations("clients.privacy"),
      getTranslations("clients"),
      getTranslations("shell.areas"),
      getLocale(),
      may(listContacts) ? read(listContacts, { clientId, limit: 200 }) : undefined,
      may(listFiles) ? read(listFiles, { clientId, limit: 200 }) : undefined,
      may(listFields) ? read(listFields, {}) : { items: [] },
      may(listConsents) ? read(listConsents, subject) : { items: [] },
      may(listExports) ? read(listExports, { limit: 20 }) : { items: [] },
    ]);
    const link = (kind: "client-file" | "export", id: string) =>
      fileLink({ kind, id, tenantId, actorId }, { now: new Date(), minutes: 60 });
    const phone = client.phone === null ? undefined : await printPhone(client.phone);

    return (
      <MessagesFor parts={["clients"]}>
        <PageLayout width="form">
          <PageHeader title={areas("profile")} />
          <Card>
            <CardHeader title={clients("facts.title")} />
            <CardBody>
              <KeyValueList>
                <KeyValue label={clients("form.name")}>
                  <bdi>{client.companyName ?? client.name}</bdi>
                </KeyValue>
                <KeyValue label={clients("form.email")}>
                  <bdi>{client.email}</bdi>
                </KeyValue>
                {phone && (
                  <KeyValue label={clients("form.phone")}>
                    <bdi className="tabular">{phone}</bdi>
                  </KeyValue>
                )}
                <KeyValue label={clients("facts.address")}>
                  <address className="not-italic">
                    {addressLines({ ...client, name: "", companyName: null }).map((line) => (
                      <span key={line} className="block">
                        <bdi>{line}</bdi>
                      </span>
                    ))}
                    {countryName(client.country, locale)}
                  </address>
                </KeyValue>
                {client.taxNumber && (
                  <KeyValue label={clients("form.taxNumber")}>{client.taxNumber}</KeyValue>
                )}
                {fields.items
                  .filter(({ key }) => client.customValues[key] !== undefined)
                  .map(({ key, label }) => (
                    <KeyValue key={key} label={inLanguage(label, locale, key)}>
                      <bdi>{String(client.customValues[key])}</bdi>
                    </KeyValue>
                  ))}
              </KeyValueList>
            </CardBody>
          </Card>
          {contacts && (
            <ContactList
              clientId={clientId}
              contacts={contacts.items}
              create={may(createContact) ? actions.createOwnContactAction : undefined}
              update={may(updateContact) ? actions.updateOwnContactAction : undefined}
              remove={may(deleteContact) ? actions.deleteOwnContactAction : undefined}
            />
          )}
          {files && files.items.length > 0 && (
            <FileList
              clientId={clientId}
              files={files.items.map((file) => ({ ...file, href: link("client-file", file.id) }))}
            />
          )}
          <PersonalData
            subject={subject}
            consents={consents.items}
            exports={exports.items.map(({ id, status, createdAt }) => ({
              id,
              status,
              createdAt,
              href: status === "ready" ? link("export", id) : null,
            }))}
            wording={t("consent.wording")}
            requestExport={may(requestExport) ? actions.exportOwnDataAction : undefined}
            recordConsent={may(recordConsent) ? actions.recordOwnConsentAction : undefined}
            requestErasure={may(requestErasure) ? actions.requestOwnErasureAction : undefined}
          />
        </PageLayout>
      </MessagesFor>
    );
  },
  { audience: "client" },
);
