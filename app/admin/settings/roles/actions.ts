"use server";

import { createRole } from "@/lib/auth/operations/create-role";
import { deleteRole } from "@/lib/auth/operations/delete-role";
import { updateRole } from "@/lib/auth/operations/update-role";
import { serverAction } from "@/lib/doors/server-action";

export const createRoleAction = serverAction(createRole);
export const updateRoleAction = serverAction(updateRole);
export const deleteRoleAction = serverAction(deleteRole);
