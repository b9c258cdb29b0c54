"use server";

import { serverAction } from "@/lib/doors/server-action";
import { unsubscribe } from "@/lib/privacy/operations/unsubscribe";

export const unsubscribeAction = serverAction(unsubscribe);
