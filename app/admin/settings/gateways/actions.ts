"use server";

import { serverAction } from "@/lib/doors/server-action";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { updateConnection } from "@/lib/payments/operations/update-connection";

export const createConnectionAction = serverAction(createConnection);
export const updateConnectionAction = serverAction(updateConnection);
