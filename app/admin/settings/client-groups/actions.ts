"use server";

import { createGroup } from "@/lib/clients/operations/create-group";
import { deleteGroup } from "@/lib/clients/operations/delete-group";
import { updateGroup } from "@/lib/clients/operations/update-group";
import { serverAction } from "@/lib/doors/server-action";

export const createGroupAction = serverAction(createGroup);
export const updateGroupAction = serverAction(updateGroup);
export const deleteGroupAction = serverAction(deleteGroup);
