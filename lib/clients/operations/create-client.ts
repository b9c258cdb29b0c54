import "server-only";
import { readDetails } from "@/lib/clients/details";
import { clientCreated } from "@/lib/clients/events";
import { exampleClient } from "@/lib/clients/examples";
import type { ClientRow } from "@/lib/clients/queries";
import { ClientView, CreateClientInput } from "@/lib/clients/schema";
import { toClientView } from "@/lib/clients/view";
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
      line1: "12 St James's Square",
      city: "London",
      postalCode: "SW1Y 4LB",
      phone: "+44 20 7930 1234",
      taxNumber: "GB 980 7806 84",
      tags: ["partner"],
      creditTermsDays: 14,
    },
    output: exampleClient,
  },
  refusals: ["clients.group_not_found"],
  async run(context, { creditLimit, ...input }) {
    const { db, tenantId, now, audit, emit } = context;
    const details = await readDetails(context, { ...input, creditLimit });
    const number = await takeNumbers(context, { kind: "client" });

    const data = { ...input, ...details, id: newId(), tenantId, number, createdAt: now, updatedAt: now };
    const client = (await db.client.create({ data })) as ClientRow;

    audit(null, client);
    emit(clientCreated({ clientId: client.id }));
    return toClientView(context, client);
  },
});
