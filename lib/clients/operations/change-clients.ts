import "server-only";
import { z } from "zod";
import { GroupNotFound } from "@/lib/clients/errors";
import { clientArchived, clientRestored, clientUpdated } from "@/lib/clients/events";
import { exampleClient, exampleGroup } from "@/lib/clients/examples";
import { type ClientRow, clientColumns } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { tagSchema } from "@/lib/clients/schema";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("archive") }),
  z.strictObject({ kind: z.literal("restore") }),
  z.strictObject({ kind: z.literal("addTag"), tag: tagSchema }),
  z.strictObject({ kind: z.literal("removeTag"), tag: tagSchema }),
  z.strictObject({ kind: z.literal("group"), groupId: idSchema.nullable() }),
]);
type Change = z.output<typeof changeSchema>;

/** What each kind of change needs of a client. */
const needs = {
  archive: "archive",
  restore: "restore",
  addTag: "update",
  removeTag: "update",
  group: "update",
} as const;

export const changeClients = operation({
  name: "clients.client.changeMany",
  summary: "Archive, tag or group many clients",
  description:
    "One portion of a selection. Clients whose state does not allow it, or that the change would leave as they are, are skipped.",
  audience: ["staff"],
  input: z.strictObject({ clients: z.array(idSchema).min(1).max(200), change: changeSchema }),
  output: z
    .object({ changed: z.number().int(), skipped: z.number().int() })
    .meta({ id: "ManyClientsChanged" }),
  http: { method: "POST", path: "/clients/change-many" },
  example: {
    input: { clients: [exampleClient.id], change: { kind: "group", groupId: exampleGroup.id } },
    output: { changed: 1, skipped: 0 },
  },
  refusals: ["clients.group_not_found"],
  async run(context, { clients, change }) {
    const { audit, emit } = context;
    if (change.kind === "group" && change.groupId !== null) await assertGroup(context, change.groupId);
    const before = await lockClients(context, clients);
    const changing = before.filter(
      (row) => canClient(needs[change.kind], row.status) && !isSame(row, changed(row, change)),
    );

    const after = await write(
      context,
      changing.map((row) => changed(row, change)),
    );
    for (const row of changing) {
      audit(row, after.get(row.id) as ClientRow);
      emit(announced(change, row.id));
    }
    return { changed: changing.length, skipped: new Set(clients).size - changing.length };
  },
});

async function assertGroup({ query, tenantId }: CommandContext, groupId: string): Promise<void> {
  const [group] = await query(
    sql`select 1 from client_groups where tenant_id = ${tenantId}::uuid and id = ${groupId}::uuid for key share`,
  );
  if (group === undefined) throw new GroupNotFound();
}

function lockClients({ query, tenantId }: CommandContext, ids: readonly string[]): Promise<ClientRow[]> {
  return query<ClientRow>(sql`
    select ${clientColumns} from clients where tenant_id = ${tenantId}::uuid and id = any (${ids}::uuid[])
    order by id for no key update`);
}

function changed(row: ClientRow, change: Change): ClientRow {
  const isTag = (tag: string) => "tag" in change && tag.toLowerCase() === change.tag.toLowerCase();
  switch (change.kind) {
    case "archive":
      return { ...row, status: "ARCHIVED" };
    case "restore":
      return { ...row, status: "ACTIVE" };
    case "addTag":
      return row.tags.some(isTag) || row.tags.length >= 20
        ? row
        : { ...row, tags: [...row.tags, change.tag] };
    case "removeTag":
      return { ...row, tags: row.tags.filter((tag) => !isTag(tag)) };
    case "group":
      return { ...row, groupId: change.groupId };
  }
}

function isSame(a: ClientRow, b: ClientRow): boolean {
  return a.status === b.status && a.groupId === b.groupId && a.tags.length === b.tags.length;
}

async function write(
  { query, execute, tenantId, now }: CommandContext,
  rows: readonly ClientRow[],
): Promise<Map<string, ClientRow>> {
  await execute(sql`
    update clients c set status = n.status::client_status, group_id = n.group_id,
      tags = array(select jsonb_array_elements_text(n.tags)), version = c.version + 1, updated_at = ${now},
      archived_at = case when n.status = 'ARCHIVED' then coalesce(archived_at, ${now}) end
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ status }) => status)}::text[],
      ${rows.map(({ groupId }) => groupId)}::uuid[], ${rows.map(({ tags }) => JSON.stringify(tags))}::jsonb[],
      ${rows.map(({ version }) => version)}::int[]) as n (row_id, status, group_id, tags, version)
    where c.tenant_id = ${tenantId}::uuid and c.id = n.row_id and c.version = n.version`);
  const written = await query<ClientRow>(sql`
    select ${clientColumns} from clients where tenant_id = ${tenantId}::uuid and id = any (${rows.map(({ id }) => id)}::uuid[])`);
  return new Map(written.map((row) => [row.id, row]));
}

function announced({ kind }: Change, clientId: string) {
  if (kind === "archive") return clientArchived({ clientId });
  return kind === "restore" ? clientRestored({ clientId }) : clientUpdated({ clientId });
}
