"use server";

import { serverAction } from "@/lib/doors/server-action";
import { cancelRun } from "@/lib/durable/operations/cancel-run";
import { cancelRuns } from "@/lib/durable/operations/cancel-runs";
import { repeatRun } from "@/lib/durable/operations/repeat-run";
import { retryRun } from "@/lib/durable/operations/retry-run";
import { retryRuns } from "@/lib/durable/operations/retry-runs";

export const retryRunAction = serverAction(retryRun);
export const cancelRunAction = serverAction(cancelRun);
export const repeatRunAction = serverAction(repeatRun);
export const retryRunsAction = serverAction(retryRuns);
export const cancelRunsAction = serverAction(cancelRuns);
