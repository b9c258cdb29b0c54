"use server";

import { createField } from "@/lib/clients/operations/create-field";
import { updateField } from "@/lib/clients/operations/update-field";
import { serverAction } from "@/lib/doors/server-action";

export const createFieldAction = serverAction(createField);
export const updateFieldAction = serverAction(updateField);
