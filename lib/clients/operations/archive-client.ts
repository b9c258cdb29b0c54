import "server-only";
import { ClientNotChangeable } from "@/lib/clients/errors";
import { clientArchived } from "@/lib/clients/events";
import { exampleClient } from "@/lib/clients/examples";
import { type ClientRow, lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { ArchiveClientInput, ClientView } from "@/lib/clients/schema";
import { toClientView } from "@/lib/clients/view";
import { operation } from "@/lib/core/operation/operation";

export const archiveClient = operation({
  name: "clients.client.archive",
  summary: "Archive a client",
  audience: ["staff"],
  input: ArchiveClientInput,
  output: ClientView,
  http: { method: "POST", path: "/clients/{clientId}/archive" },
  example: {
    input: { clientId: exampleClient.id, version: 1 },
    output: { ...exampleClient, status: "ARCHIVED", version: 2 },
  },
  refusals: ["clients.client_not_found", "clients.client_not_changeable", "core.stale_version"],
  async run(context, { clientId, version }) {
    const { db, now, audit, emit } = context;
    const before = await lockClient(context, { clientId, version });
    if (!canClient("archive", before.status)) throw new ClientNotChangeable("archive", before.status);

    const data = { status: "ARCHIVED", archivedAt: now, version: version + 1, updatedAt: now } as const;
    const after = (await db.client.update({ where: { id: clientId }, data })) as ClientRow;

    audit(before, after);
    emit(clientArchived({ clientId }));
    return toClientView(context, after);
  },
});
