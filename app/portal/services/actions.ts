"use server";

import { serverAction } from "@/lib/doors/server-action";
import { changeServicePassword } from "@/lib/provisioning/operations/change-service-password";
import { revealPassword } from "@/lib/provisioning/operations/reveal-password";

export const changeOwnServicePasswordAction = serverAction(changeServicePassword);
export const revealOwnPasswordAction = serverAction(revealPassword);
