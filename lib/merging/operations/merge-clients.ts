import "server-only";
import { z } from "zod";
import { ClientNotChangeable } from "@/lib/clients/errors";
import { clientMerged, clientUpdated } from "@/lib/clients/events";
import { exampleClient } from "@/lib/clients/examples";
import { type ClientRow, findClient, lockClient } from "@/lib/clients/queries";
import { canClient } from "@/lib/clients/rules/status";
import { ClientView } from "@/lib/clients/schema";
import { toClientView } from "@/lib/clients/view";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";
import { entryPosted } from "@/lib/ledger/events";
import { dayOf } from "@/lib/ledger/reversal";
import { moveBalances } from "@/lib/merging/balances";
import { MergeCurrenciesDiffer, MergeWithItself } from "@/lib/merging/errors";
import { moveAll } from "@/lib/merging/moving";

export const mergeClients = operation({
  name: "clients.client.merge",
  summary: "Merge a client into another",
  description:
    "People, contacts, notes, files, tags and balances move; the merged client leads to the other from then on. Cannot be undone.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: z.strictObject({
    clientId: idSchema.meta({ description: "The client that will be no more." }),
    version: z.number().int().min(1),
    intoId: idSchema.meta({ description: "The client that stays." }),
    intoVersion: z.number().int().min(1),
  }),
  output: ClientView,
  http: { method: "POST", path: "/clients/{clientId}/merge" },
  example: {
    input: {
      clientId: "01932f3a-7c00-7000-8000-000000000002",
      version: 1,
      intoId: exampleClient.id,
      intoVersion: 1,
    },
    output: { ...exampleClient, version: 2 },
  },
  refusals: [
    "clients.client_not_found",
    "clients.client_not_changeable",
    "clients.merge_with_itself",
    "clients.merge_currencies_differ",
    "core.stale_version",
  ],
  async run(context, { clientId, version, intoId, intoVersion }) {
    const { audit, emit, now } = context;
    if (clientId === intoId) throw new MergeWithItself();
    const { from, into } = await lockBoth(context, { clientId, version, intoId, intoVersion });
    assertMergeable(from, into);

    await moveAll(context, from, into);
    // Before the balances: what is posted to the one that stays locks its currency.
    const [merged, kept] = await writeBoth(context, from, into);
    const day = await dayOf(context, now);
    const description = `Merge of client ${from.number} into ${into.number}`;
    const entryIds = await moveBalances(context, { from: from.id, to: into.id, day, description });

    audit(from, merged);
    audit(into, kept);
    for (const entryId of entryIds) emit(entryPosted({ entryId }));
    emit(clientMerged({ clientId, intoId }));
    emit(clientUpdated({ clientId: intoId }));
    return toClientView(context, await findClient(context, intoId));
  },
});

type Pair = { clientId: string; version: number; intoId: string; intoVersion: number };

/** In the order of their ids, so that two merges the other way round do not wait for each other. */
async function lockBoth(context: CommandContext, { clientId, version, intoId, intoVersion }: Pair) {
  const lockFrom = () => lockClient(context, { clientId, version });
  const lockInto = () => lockClient(context, { clientId: intoId, version: intoVersion });
  if (clientId < intoId) {
    const from = await lockFrom();
    return { from, into: await lockInto() };
  }
  const into = await lockInto();
  return { from: await lockFrom(), into };
}

/** Throws ClientNotChangeable, MergeCurrenciesDiffer. */
export function assertMergeable(from: ClientRow, into: ClientRow): void {
  if (!canClient("merge", from.status)) throw new ClientNotChangeable("merge", from.status);
  if (!canClient("update", into.status)) throw new ClientNotChangeable("update", into.status);
  if (from.currencyLockedAt && into.currencyLockedAt && from.currency !== into.currency)
    throw new MergeCurrenciesDiffer(from.currency, into.currency);
}

async function writeBoth(
  { db, now }: CommandContext,
  from: ClientRow,
  into: ClientRow,
): Promise<[ClientRow, ClientRow]> {
  const tags = [...into.tags, ...from.tags.filter((tag) => !hasTag(into.tags, tag))].slice(0, 20);
  const merged = (await db.client.update({
    where: { id: from.id, version: from.version },
    data: { status: "MERGED", mergedIntoId: into.id, tags: [], version: from.version + 1, updatedAt: now },
  })) as ClientRow;
  const kept = (await db.client.update({
    where: { id: into.id, version: into.version },
    data: {
      tags,
      customValues: { ...from.customValues, ...into.customValues },
      // Nothing was billed to the one that stays: it takes over what the other was billed in.
      currency: from.currencyLockedAt && !into.currencyLockedAt ? from.currency : into.currency,
      version: into.version + 1,
      updatedAt: now,
    },
  })) as ClientRow;
  return [merged, kept];
}

function hasTag(tags: readonly string[], wanted: string): boolean {
  return tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());
}
