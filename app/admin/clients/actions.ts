"use server";

import { archiveClient } from "@/lib/clients/operations/archive-client";
import { createClient } from "@/lib/clients/operations/create-client";
import { restoreClient } from "@/lib/clients/operations/restore-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { serverAction } from "@/lib/doors/server-action";

export const createClientAction = serverAction(createClient);
export const updateClientAction = serverAction(updateClient);
export const archiveClientAction = serverAction(archiveClient);
export const restoreClientAction = serverAction(restoreClient);
