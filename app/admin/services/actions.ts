"use server";

import { serverAction } from "@/lib/doors/server-action";
import { changeServicePassword } from "@/lib/provisioning/operations/change-service-password";
import { completeTask } from "@/lib/provisioning/operations/complete-task";
import { failTask } from "@/lib/provisioning/operations/fail-task";
import { markDelivered } from "@/lib/provisioning/operations/mark-delivered";
import { retryService } from "@/lib/provisioning/operations/retry-service";
import { revealPassword } from "@/lib/provisioning/operations/reveal-password";
import { suspendService } from "@/lib/provisioning/operations/suspend-service";
import { terminateService } from "@/lib/provisioning/operations/terminate-service";
import { unsuspendService } from "@/lib/provisioning/operations/unsuspend-service";

export const retryServiceAction = serverAction(retryService);
export const markDeliveredAction = serverAction(markDelivered);
export const suspendServiceAction = serverAction(suspendService);
export const unsuspendServiceAction = serverAction(unsuspendService);
export const terminateServiceAction = serverAction(terminateService);
export const changeServicePasswordAction = serverAction(changeServicePassword);
export const revealPasswordAction = serverAction(revealPassword);
export const completeTaskAction = serverAction(completeTask);
export const failTaskAction = serverAction(failTask);
