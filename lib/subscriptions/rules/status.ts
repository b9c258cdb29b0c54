export const subscriptionStatuses = [
  "PENDING",
  "ACTIVE",
  "PAST_DUE",
  "SUSPENDED",
  "CANCELLED",
  "TERMINATED",
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

const allowedFrom = {
  activate: ["PENDING"],
  /** Before it began. */
  cancel: ["PENDING"],
} satisfies Record<string, readonly SubscriptionStatus[]>;

export type SubscriptionAction = keyof typeof allowedFrom;

export function canSubscription(action: SubscriptionAction, status: SubscriptionStatus): boolean {
  return (allowedFrom[action] as readonly SubscriptionStatus[]).includes(status);
}
