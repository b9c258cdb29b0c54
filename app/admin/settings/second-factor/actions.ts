"use server";

import { updateSecondFactorPolicy } from "@/lib/auth/operations/update-second-factor-policy";
import { serverAction } from "@/lib/doors/server-action";

export const updateSecondFactorPolicyAction = serverAction(updateSecondFactorPolicy);
