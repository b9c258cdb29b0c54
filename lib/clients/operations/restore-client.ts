import "server-only";
import { ClientNotChangeable } from "@/lib/clients/errors";
import { clientRestored } from "@/lib/clients/events";
import { exampleClient } from "@/lib/clients/examples";
import { type ClientRow, lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { ArchiveClientInput, ClientView } from "@/lib/clients/schema";
import { toClientView } from "@/lib/clients/view";
import { operation } from "@/lib/core/operation/operation";

export const restoreClient = operation({
  name: "clients.client.restore",
  summary: "Restore an archived client",
  audience: ["staff"],
  input: ArchiveClientInput,
  output: ClientView,
  http: { method: "POST", path: "/clients/{clientId}/restore" },
  example: {
    input: { clientId: exampleClient.id, version: 1 },
    output: { ...exampleClient, status: "ACTIVE", version: 2 },
  },
  refusals: ["clients.client_not_found", "clients.client_not_changeable", "core.stale_version"],
  async run(context, { clientId, version }) {
    const { db, now, audit, emit } = context;
    const before = await lockClient(context, { clientId, version });
    if (!canClient("restore", before.status)) throw new ClientNotChangeable("restore", before.status);

    const data = { status: "ACTIVE", archivedAt: null, version: version + 1, updatedAt: now } as const;
    const after = (await db.client.update({ where: { id: clientId }, data })) as ClientRow;

    audit(before, after);
    emit(clientRestored({ clientId }));
    return toClientView(context, after);
  },
});
