import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { fileLink } from "@/lib/core/files/link";
import { fileStore } from "@/lib/core/files/store";
import type { ZipEntry } from "@/lib/core/files/zip";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { languageSchema } from "@/lib/core/text";
import { sendMail } from "@/lib/mail/send-mail";
import { archive } from "@/lib/privacy/archive";
import { collect } from "@/lib/privacy/collect";
import { exportReady } from "@/lib/privacy/events";
import { exampleExport } from "@/lib/privacy/examples";
import { type ExportRow, exportColumns, exportDays, lockExport } from "@/lib/privacy/exports";
import { ExportView } from "@/lib/privacy/schema";
import { findSubject, type Subject } from "@/lib/privacy/subjects";
import { findTenant } from "@/lib/tenants/queries";

export const buildExport = operation({
  name: "privacy.export.build",
  summary: "Put an export together",
  description: "Runs in the background after an export was asked for; a repeat changes nothing.",
  audience: ["staff"],
  input: z.strictObject({ exportId: idSchema }),
  output: ExportView,
  example: {
    input: { exportId: exampleExport.id },
    output: {
      ...exampleExport,
      status: "ready",
      readyAt: exampleExport.createdAt,
      expiresAt: "2026-04-08T09:00:00.000Z",
    },
  },
  refusals: ["privacy.export_not_found", "privacy.subject_not_found"],
  async run(context, { exportId }) {
    const { query, tenantId, now, audit, emit } = context;
    const before = await lockExport(context, exportId);
    if (before.status !== "requested") return before;

    const subject = await findSubject(context, before);
    const { name: company } = await findTenant(context);
    const sections = await collect(context, subject);
    const bytes = archive(
      { name: subject.name, company, at: now },
      sections,
      await filesOf(context, subject),
    );
    const fileId = await fileStore().put(context, { bytes, mediaType: "application/zip" });
    const expiresAt = new Date(now.getTime() + exportDays * 86_400_000);
    const [after] = await query<ExportRow>(sql`
      update data_exports set status = 'ready', file_id = ${fileId}::uuid, ready_at = ${now}, expires_at = ${expiresAt}
      where tenant_id = ${tenantId}::uuid and id = ${exportId}::uuid returning ${exportColumns}`);

    await tell(context, after as ExportRow);
    audit(before, after as ExportRow);
    emit(exportReady({ exportId }));
    return after as ExportRow;
  },
});

async function filesOf({ query, tenantId }: CommandContext, { clientIds }: Subject): Promise<ZipEntry[]> {
  const files = await query<{ id: string; name: string; content: Buffer }>(sql`
    select f.id, f.name, s.content from client_files f join stored_files s on s.tenant_id = f.tenant_id and s.id = f.file_id
    where f.tenant_id = ${tenantId}::uuid and f.client_id = any (${clientIds}::uuid[]) order by f.created_at, f.id`);
  return files.map(({ id, name, content }) => ({ name: `files/${id.slice(-8)}-${name}`, content }));
}

/** The link is for who asked: whoever else follows it finds nothing. */
async function tell(context: CommandContext, row: ExportRow): Promise<void> {
  const { query, tenantId, now } = context;
  const [person] = await query<{ name: string; email: string; language: string | null }>(
    sql`select name, email, language from users where tenant_id = ${tenantId}::uuid and id = ${row.requestedById}::uuid and status = 'ACTIVE'`,
  );
  if (person === undefined) return;

  const { language } = await findTenant(context);
  const linkPath = fileLink(
    { kind: "export", id: row.id, tenantId, actorId: row.requestedById },
    { now, minutes: exportDays * 24 * 60 },
  );
  await sendMail(context, {
    template: "data-export-ready",
    to: { address: person.email, name: person.name },
    language: languageSchema.safeParse(person.language).data ?? language,
    data: { name: person.name, linkPath, expiresAt: row.expiresAt as Date },
    about: { kind: "export", id: row.id },
    userId: row.requestedById,
  });
}
