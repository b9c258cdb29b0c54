import { expect, test } from "vitest";
import { recipientsOf } from "@/lib/clients/contacts/contacts";
import { addFile } from "@/lib/clients/operations/add-file";
import { createClient } from "@/lib/clients/operations/create-client";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createNote } from "@/lib/clients/operations/create-note";
import { deleteContact } from "@/lib/clients/operations/delete-contact";
import { deleteNote } from "@/lib/clients/operations/delete-note";
import { listFiles } from "@/lib/clients/operations/list-files";
import { listNotes } from "@/lib/clients/operations/list-notes";
import { readFile } from "@/lib/clients/operations/read-file";
import { removeFile } from "@/lib/clients/operations/remove-file";
import { updateContact } from "@/lib/clients/operations/update-contact";
import { updateFile } from "@/lib/clients/operations/update-file";
import { updateNote } from "@/lib/clients/operations/update-note";
import type { MailKind } from "@/lib/clients/schema";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff } from "@/tests/support/tenants";

const database = await testDatabase();

async function aClient() {
  const actor = staff((await aTenant(database.owner)).id);
  const input = { name: "Ada Lovelace", email: "ada@example.com", country: "DE", currency: "EUR" } as const;
  return { actor, clientId: (await run(createClient, input, { actor })).id };
}

const operationsOf = async ({ tenantId }: Actor, kind: string) =>
  (
    await database.owner.query(
      "select operation from audit_log where tenant_id = $1 and record_type = $2 order by sequence",
      [tenantId, kind],
    )
  ).rows.map(({ operation }) => operation.split(".")[2]);

test("contacts get the mail that they chose; where nobody did, the client itself does", async () => {
  const { actor, clientId } = await aClient();
  const add = (name: string, mails: MailKind[]) =>
    run(createContact, { clientId, name, email: `${name.toLowerCase()}@example.com`, mails }, { actor });
  const accounts = await add("Charles", ["invoice"]);
  await add("Mary", ["invoice", "support", "marketing"]);

  const names = (kind: MailKind) =>
    inOperation(actor, async (context) =>
      (await recipientsOf(context, clientId, kind)).map(({ name }) => name),
    );
  expect(await names("invoice")).toEqual(["Charles", "Mary"]);
  expect(await names("support")).toEqual(["Mary"]);
  expect(await names("domain")).toEqual(["Ada Lovelace"]);
  expect(await names("marketing"), "without consent").toEqual([]);

  const changed = await run(
    updateContact,
    { contactId: accounts.id, version: 1, mails: [], phone: "030 901820" },
    { actor },
  );
  expect(changed).toMatchObject({ mails: [], phone: "+4930901820", version: 2 });
  await expect(add("Mary", [])).rejects.toMatchObject({ code: "clients.contact_taken" });
  await run(deleteContact, { contactId: accounts.id, version: 2 }, { actor });
  expect(await names("invoice")).toEqual(["Mary"]);
  expect(await operationsOf(actor, "contact")).toEqual(["create", "create", "update", "delete"]);
  const events = await database.owner.query(
    "select name from outbox_events where subject = $1 and name like 'clients/contact%' order by sequence",
    [clientId],
  );
  expect(events.rows.length).toBe(4);
});

test("a client's person keeps the own contacts and no others", async () => {
  const { actor, clientId } = await aClient();
  const other = await run(
    createClient,
    { name: "Alan", email: "alan@example.com", country: "DE", currency: "EUR" },
    { actor },
  );
  const foreign = await run(
    createContact,
    { clientId: other.id, name: "X", email: "x@example.com" },
    { actor },
  );
  const person = clientUser(actor.tenantId, clientId);
  await run(createContact, { clientId, name: "Mine", email: "mine@example.com" }, { actor: person });
  const missing = { kind: "not_found" };
  const add = run(
    createContact,
    { clientId: other.id, name: "Y", email: "y@example.com" },
    { actor: person },
  );
  await expect(add).rejects.toMatchObject(missing);
  const change = run(updateContact, { contactId: foreign.id, version: 1, name: "Z" }, { actor: person });
  await expect(change).rejects.toMatchObject(missing);
  const removal = run(deleteContact, { contactId: foreign.id, version: 1 }, { actor: person });
  await expect(removal).rejects.toMatchObject(missing);
});

test("notes are changed by their author, pinned by anybody, deleted with the text in the answer, and unseen by the client", async () => {
  const { actor, clientId } = await aClient();
  const colleague = staff(actor.tenantId);
  const note = await run(createNote, { clientId, text: "Pays late." }, { actor });
  const rewrite = run(updateNote, { noteId: note.id, version: 1, text: "Pays early." }, { actor: colleague });
  await expect(rewrite).rejects.toMatchObject({ code: "clients.note_of_somebody_else" });
  await run(updateNote, { noteId: note.id, version: 1, isPinned: true }, { actor: colleague });
  expect(await run(updateNote, { noteId: note.id, version: 2, text: "Pays." }, { actor })).toMatchObject({
    text: "Pays.",
  });

  const person = clientUser(actor.tenantId, clientId);
  await expect(run(listNotes, { clientId }, { actor: person })).rejects.toMatchObject({ kind: "forbidden" });
  expect(await run(deleteNote, { noteId: note.id, version: 3 }, { actor })).toMatchObject({
    text: "Pays.",
    isPinned: true,
  });
  expect((await run(listNotes, { clientId }, { actor })).items).toEqual([]);
  expect(await operationsOf(actor, "note")).toEqual(["create", "update", "update", "delete"]);
});

test("S-10: files are kept by their bytes, under no name of theirs, and a client's person sees only what was shown", async () => {
  const { actor, clientId } = await aClient();
  const person = clientUser(actor.tenantId, clientId);
  const add = (name: string, text: string, isVisible = false) =>
    run(addFile, { clientId, name, content: Buffer.from(text).toString("base64"), isVisible }, { actor });
  const hidden = await add("../../etc/passwd.php.pdf", "<?php system($_GET[0]);");
  const shown = await add("contract.txt", "We agree.", true);
  expect(hidden).toMatchObject({ name: "__.._etc_passwd.php.pdf", mediaType: "application/octet-stream" });

  expect((await run(listFiles, { clientId }, { actor: person })).items.map(({ name }) => name)).toEqual([
    "contract.txt",
  ]);
  await expect(run(readFile, { clientFileId: hidden.id }, { actor: person })).rejects.toMatchObject({
    code: "clients.file_not_found",
  });
  const read = await run(readFile, { clientFileId: shown.id }, { actor: person });
  expect(Buffer.from(read.content, "base64").toString()).toBe("We agree.");

  await run(updateFile, { clientFileId: shown.id, isVisible: false }, { actor });
  expect((await run(listFiles, { clientId }, { actor: person })).items).toEqual([]);
  await run(removeFile, { clientFileId: shown.id }, { actor });
  await run(removeFile, { clientFileId: hidden.id }, { actor });
  const { rows } = await database.owner.query(
    "select count(*)::int as n from stored_files where tenant_id = $1",
    [actor.tenantId],
  );
  expect(rows[0].n).toBe(0);
  expect(await operationsOf(actor, "file")).toEqual(["add", "add", "update", "remove", "remove"]);

  await expect(add("empty", "")).rejects.toMatchObject({ code: "core.invalid_input" });
  const big = "x".repeat(10_485_761);
  await expect(add("big", big)).rejects.toMatchObject({
    fields: [{ path: "content", code: "file_too_large" }],
  });
});
