/** Where a run stands, as people see it: of an open run the server says only whether it has begun. */
export const runStates = [
  "queued",
  "running",
  "waiting",
  "sleeping",
  "completed",
  "failed",
  "cancelled",
] as const;
export type RunState = (typeof runStates)[number];

export const openStates = ["queued", "running", "waiting", "sleeping"] as const;
export const endedStates = ["completed", "failed", "cancelled"] as const;

/** Which state allows what. Read by the button that explains; the database's functions decide. */
const allowedFrom = {
  retry: ["failed"],
  cancel: openStates,
  repeat: endedStates,
} satisfies Record<string, readonly RunState[]>;

export type RunAction = keyof typeof allowedFrom;

export function canRun(
  action: RunAction,
  { state, isCancelling }: { state: RunState; isCancelling: boolean },
): boolean {
  const isAllowed = (allowedFrom[action] as readonly RunState[]).includes(state);
  return isAllowed && !(action === "cancel" && isCancelling);
}
