import "server-only";
import { readDetails } from "@/lib/clients/details";
import { ClientNotChangeable, CurrencyLocked } from "@/lib/clients/errors";
import { clientUpdated } from "@/lib/clients/events";
import { exampleClient } from "@/lib/clients/examples";
import { type ClientRow, lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { ClientView, UpdateClientInput } from "@/lib/clients/schema";
import { toClientView } from "@/lib/clients/view";
import { withoutUndefined } from "@/lib/core/db/patch";
import { operation } from "@/lib/core/operation/operation";

export const updateClient = operation({
  name: "clients.client.update",
  summary: "Change a client",
  audience: ["staff"],
  input: UpdateClientInput,
  output: ClientView,
  http: { method: "PATCH", path: "/clients/{clientId}" },
  example: {
    input: { clientId: exampleClient.id, version: 1, name: "Ada King" },
    output: { ...exampleClient, name: "Ada King", version: 2 },
  },
  refusals: [
    "clients.client_not_found",
    "clients.client_not_changeable",
    "clients.currency_locked",
    "clients.group_not_found",
    "core.stale_version",
  ],
  async run(context, { clientId, version, ...changes }) {
    const { db, now, audit, emit } = context;
    const before = await lockClient(context, { clientId, version });
    if (!canClient("update", before.status)) throw new ClientNotChangeable("update", before.status);

    if (changes.currency !== undefined && changes.currency !== before.currency && before.currencyLockedAt)
      throw new CurrencyLocked();

    const details = await readDetails(context, changes, before);
    const data = { ...withoutUndefined(details), version: version + 1, updatedAt: now };
    const after = (await db.client.update({ where: { id: clientId }, data })) as ClientRow;

    audit(before, after);
    emit(clientUpdated({ clientId }));
    return toClientView(context, after);
  },
});
