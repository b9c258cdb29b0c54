import "server-only";
import { exampleClient } from "@/lib/clients/examples";
import { findClient } from "@/lib/clients/queries";
import { ClientReference, ClientView } from "@/lib/clients/schema";
import { toClientView } from "@/lib/clients/view";
import { query } from "@/lib/core/operation/operation";

export const getClient = query({
  name: "clients.client.get",
  summary: "Read a client",
  audience: ["staff", "client"],
  input: ClientReference,
  output: ClientView,
  http: { method: "GET", path: "/clients/{clientId}" },
  example: { input: { clientId: exampleClient.id }, output: exampleClient },
  refusals: ["clients.client_not_found"],
  run: async (context, { clientId }) => toClientView(context, await findClient(context, clientId)),
});
