"use server";

import { serverAction } from "@/lib/doors/server-action";
import { declineErasure } from "@/lib/privacy/operations/decline-erasure";

export const declineErasureAction = serverAction(declineErasure);
