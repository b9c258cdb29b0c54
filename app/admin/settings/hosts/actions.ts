"use server";

import { serverAction } from "@/lib/doors/server-action";
import { addHost } from "@/lib/tenants/operations/add-host";
import { checkHost } from "@/lib/tenants/operations/check-host";
import { choosePrimaryHost } from "@/lib/tenants/operations/choose-primary-host";
import { removeHost } from "@/lib/tenants/operations/remove-host";

export const addHostAction = serverAction(addHost);
export const checkHostAction = serverAction(checkHost);
export const choosePrimaryHostAction = serverAction(choosePrimaryHost);
export const removeHostAction = serverAction(removeHost);
