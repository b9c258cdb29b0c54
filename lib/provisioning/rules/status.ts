export const serviceStatuses = [
  "PENDING",
  "CREATING",
  "ACTIVE",
  "SUSPENDED",
  "TERMINATED",
  "FAILED",
] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

export const actionKinds = [
  "CREATE",
  "SUSPEND",
  "UNSUSPEND",
  "TERMINATE",
  "CHANGE_PLAN",
  "CHANGE_PASSWORD",
] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStatuses = ["QUEUED", "RUNNING", "WAITING", "SUCCEEDED", "FAILED", "UNKNOWN"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** Which state of a service allows what. Read by the operation that obeys and by the button that explains. */
const allowedFrom = {
  suspend: ["ACTIVE"],
  unsuspend: ["SUSPENDED"],
  // What failed may have left something behind: terminating it clears that away.
  terminate: ["ACTIVE", "SUSPENDED", "FAILED"],
  changePlan: ["ACTIVE"],
  changePassword: ["ACTIVE"],
  reveal: ["ACTIVE", "SUSPENDED"],
  // By hand, past the module.
  markDelivered: ["PENDING", "CREATING", "FAILED"],
} satisfies Record<string, readonly ServiceStatus[]>;

export type ServiceDeed = keyof typeof allowedFrom;

export function canService(deed: ServiceDeed, status: ServiceStatus): boolean {
  return (allowedFrom[deed] as readonly ServiceStatus[]).includes(status);
}

/** Which state of an action allows what. */
const actionAllowedFrom = {
  // One that hangs because its run was lost may be set on its way again; each repeat reads back first.
  retry: ["FAILED", "UNKNOWN", "QUEUED"],
  advance: ["QUEUED", "RUNNING", "WAITING", "UNKNOWN"],
} satisfies Record<string, readonly ActionStatus[]>;

export function canAction(deed: keyof typeof actionAllowedFrom, status: ActionStatus): boolean {
  return (actionAllowedFrom[deed] as readonly ActionStatus[]).includes(status);
}

/** What a service becomes when an action on it has succeeded; null: it stays as it is. */
export const becomes: Readonly<Record<ActionKind, ServiceStatus | null>> = {
  CREATE: "ACTIVE",
  SUSPEND: "SUSPENDED",
  UNSUSPEND: "ACTIVE",
  TERMINATE: "TERMINATED",
  CHANGE_PLAN: null,
  CHANGE_PASSWORD: null,
};
