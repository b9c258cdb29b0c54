import "server-only";
import { Server } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { Page } from "@/app/guarded-page";
import { AuditTimeline } from "@/components/audit/audit-timeline";
import { ContactList } from "@/components/clients/contact-list";
import { FileList } from "@/components/clients/file-list";
import { NoteList } from "@/components/clients/note-list";
import { PersonalData } from "@/components/clients/personal-data";
import { ServiceTable } from "@/components/services/service-table";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { addFile } from "@/lib/clients/operations/add-file";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createNote } from "@/lib/clients/operations/create-note";
import { deleteContact } from "@/lib/clients/operations/delete-contact";
import { deleteNote } from "@/lib/clients/operations/delete-note";
import { listContacts } from "@/lib/clients/operations/list-contacts";
import { listFiles } from "@/lib/clients/operations/list-files";
import { listNotes } from "@/lib/clients/operations/list-notes";
import { removeFile } from "@/lib/clients/operations/remove-file";
import { updateContact } from "@/lib/clients/operations/update-contact";
import { updateFile } from "@/lib/clients/operations/update-file";
import { updateNote } from "@/lib/clients/operations/update-note";
import { fileLink } from "@/lib/core/files/link";
import type { Operation } from "@/lib/core/operation/operation";
import { erase } from "@/lib/privacy/operations/erase";
import { listConsents } from "@/lib/privacy/operations/list-consents";
import { listExports } from "@/lib/privacy/operations/list-exports";
import { previewErasure } from "@/lib/privacy/operations/preview-erasure";
import { recordConsent } from "@/lib/privacy/operations/record-consent";
import { requestExport } from "@/lib/privacy/operations/request-export";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";
import * as actions from "../actions";
import { peopleTab } from "./people-tab";

/** Tabs of a client's record, with what each needs. The first is the page's own. */
export const tabs = [
  { name: "services", needs: listServices, render: servicesTab },
  { name: "people", needs: listMemberships, render: peopleTab },
  { name: "contacts", needs: listContacts, render: contactsTab },
  { name: "notes", needs: listNotes, render: notesTab },
  { name: "files", needs: listFiles, render: filesTab },
  { name: "privacy", needs: previewErasure, render: privacyTab },
  { name: "timeline", needs: listTimeline, render: timelineTab },
  { name: "activity", needs: listAuditEntries, render: activityTab },
] as const satisfies readonly {
  name: string;
  needs: Operation;
  render: (page: Page, clientId: string) => Promise<React.ReactNode>;
}[];

async function contactsTab({ read, may }: Page, clientId: string) {
  const { items } = await read(listContacts, { clientId, limit: 200 });
  return (
    <ContactList
      clientId={clientId}
      contacts={items}
      create={may(createContact) ? actions.createContactAction : undefined}
      update={may(updateContact) ? actions.updateContactAction : undefined}
      remove={may(deleteContact) ? actions.deleteContactAction : undefined}
      privacyPath={may(previewErasure) ? "/admin/privacy/contact" : undefined}
    />
  );
}

async function notesTab({ read, may, actor }: Page, clientId: string) {
  const { items } = await read(listNotes, { clientId, limit: 200 });
  return (
    <NoteList
      clientId={clientId}
      notes={items}
      readerId={actor.id}
      create={may(createNote) ? actions.createNoteAction : undefined}
      update={may(updateNote) ? actions.updateNoteAction : undefined}
      remove={may(deleteNote) ? actions.deleteNoteAction : undefined}
    />
  );
}

async function filesTab({ read, may, actor }: Page, clientId: string) {
  const { items } = await read(listFiles, { clientId, limit: 200 });
  const { tenantId, id: actorId = "" } = actor;
  const files = items.map((file) => ({
    ...file,
    href: fileLink({ kind: "client-file", id: file.id, tenantId, actorId }, { now: new Date(), minutes: 60 }),
  }));
  return (
    <FileList
      clientId={clientId}
      files={files}
      mayAdd={may(addFile)}
      update={may(updateFile) ? actions.updateFileAction : undefined}
      remove={may(removeFile) ? actions.removeFileAction : undefined}
    />
  );
}

async function privacyTab({ read, may, actor }: Page, clientId: string) {
  const subject = { subjectKind: "client", subjectId: clientId } as const;
  const [t, preview, consents, exports] = await Promise.all([
    getTranslations("clients.privacy"),
    read(previewErasure, subject),
    read(listConsents, subject),
    read(listExports, { limit: 50 }),
  ]);
  const { tenantId, id: actorId = "" } = actor;
  const link = (id: string) =>
    fileLink({ kind: "export", id, tenantId, actorId }, { now: new Date(), minutes: 60 });
  return (
    <PersonalData
      subject={subject}
      consents={consents.items}
      exports={exports.items
        .filter(({ subjectId }) => subjectId === clientId)
        .map(({ id, status, createdAt }) => ({
          id,
          status,
          createdAt,
          href: status === "ready" ? link(id) : null,
        }))}
      wording={t("consent.wording")}
      requestExport={may(requestExport) ? actions.requestExportAction : undefined}
      recordConsent={may(recordConsent) ? actions.recordConsentAction : undefined}
      erasure={may(erase) ? { action: actions.eraseAction, ...preview } : undefined}
    />
  );
}

async function servicesTab({ read }: Page, clientId: string) {
  const [t, { items }] = await Promise.all([
    getTranslations("services.empty"),
    read(listServices, { clientId, limit: 100 }),
  ]);
  return (
    <Card>
      {items.length === 0 ? (
        <EmptyState title={t("title")} icon={<Server />}>
          {t("text")}
        </EmptyState>
      ) : (
        <ServiceTable
          services={items}
          path="/admin/services"
          current={{ clientId }}
          sort="-createdAt"
          showsClient={false}
        />
      )}
    </Card>
  );
}

async function timelineTab({ read }: Page, clientId: string) {
  const { items } = await read(listTimeline, { recordId: clientId, limit: 100 });
  return <TimelineCard entries={items} marksStaffOnly />;
}

async function activityTab({ read }: Page, clientId: string) {
  const t = await getTranslations("clients");
  const { items } = await read(listAuditEntries, { recordType: "client", recordId: clientId, limit: 50 });
  return (
    <Card>
      <CardHeader title={t("history")} />
      <CardBody>
        <AuditTimeline entries={items} />
      </CardBody>
    </Card>
  );
}
