import "server-only";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { createClient } from "@/lib/clients/operations/create-client";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { restoreClient } from "@/lib/clients/operations/restore-client";
import { updateClient } from "@/lib/clients/operations/update-client";

/**
 * Every operation of the product, by domain. The REST routes, the OpenAPI document, the typed client and the permission
 * matrix are made from this list; an operation that is not in it has no door.
 */
export const registry = {
  clients: { createClient, getClient, listClients, updateClient, archiveClient, restoreClient },
} as const;
