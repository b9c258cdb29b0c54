import "server-only";
import { z } from "zod";
import { exampleClient } from "@/lib/clients/examples";
import { findClient } from "@/lib/clients/queries";
import { Refusal } from "@/lib/core/errors";
import { idSchema } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import { moneySchema } from "@/lib/core/money/schema";
import { query } from "@/lib/core/operation/operation";
import { heldBalances } from "@/lib/ledger/held-balances";
import { MergeWithItself } from "@/lib/merging/errors";
import { countMovable } from "@/lib/merging/moving";
import { assertMergeable } from "@/lib/merging/operations/merge-clients";

export const previewMerge = query({
  name: "clients.client.previewMerge",
  summary: "See what a merge would move",
  audience: ["staff"],
  input: z.strictObject({ clientId: idSchema, intoId: idSchema }),
  output: z
    .object({
      contacts: z.number().int(),
      people: z.number().int(),
      notes: z.number().int(),
      files: z.number().int(),
      tags: z.array(z.string()),
      balances: z.array(z.object({ accountName: z.string(), net: moneySchema })),
      refusedBy: z.string().nullable().meta({ description: "Code of the refusal that a merge would meet." }),
    })
    .meta({ id: "MergePreview" }),
  http: { method: "GET", path: "/clients/{clientId}/merge-preview" },
  example: {
    input: { clientId: "01932f3a-7c00-7000-8000-000000000002", intoId: exampleClient.id },
    output: { contacts: 1, people: 0, notes: 2, files: 0, tags: [], balances: [], refusedBy: null },
  },
  refusals: ["clients.client_not_found"],
  async run(context, { clientId, intoId }) {
    const from = await findClient(context, clientId);
    const into = await findClient(context, intoId);
    const balances = await heldBalances(context, clientId);
    return {
      ...(await countMovable(context, clientId)),
      tags: from.tags,
      balances: balances.map(({ accountName, currency, netMinor }) => ({
        accountName,
        net: money(BigInt(netMinor), currency),
      })),
      refusedBy: refusalOf(() => {
        if (clientId === intoId) throw new MergeWithItself();
        assertMergeable(from, into);
      }),
    };
  },
});

function refusalOf(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
