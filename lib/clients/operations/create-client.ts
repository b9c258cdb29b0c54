import "server-only";
import { clientCreated } from "@/lib/clients/events";
import { exampleClient } from "@/lib/clients/examples";
import type { ClientRow } from "@/lib/clients/queries";
import { ClientView, CreateClientInput } from "@/lib/clients/schema";
import { newId } from "@/lib/core/ids";
import { takeNumbers } from "@/lib/core/number-series";
import { operation } from "@/lib/core/operation/operation";

export const createClient = operation({
  name: "clients.client.create",
  summary: "Create a client",
  audience: ["staff"],
  input: CreateClientInput,
  output: ClientView,
  http: { method: "POST", path: "/clients", status: 201 },
  example: {
    input: {
      kind: "COMPANY",
      name: "Ada Lovelace",
      companyName: "Analytical Engines Ltd",
      email: "ada@example.com",
      country: "GB",
      currency: "GBP",
      language: "en",
    },
    output: exampleClient,
  },
  async run(context, input) {
    const { db, tenantId, now, audit, emit } = context;
    const number = await takeNumbers(context, { kind: "client" });

    const data = { ...input, id: newId(), tenantId, number, createdAt: now, updatedAt: now };
    const client = (await db.client.create({ data })) as ClientRow;

    audit(null, client);
    emit(clientCreated({ clientId: client.id }));
    return client;
  },
});
