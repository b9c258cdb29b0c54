export const orderStatuses = ["PENDING", "HELD", "ACTIVE", "CANCELLED", "FRAUD"] as const;
export type OrderStatus = (typeof orderStatuses)[number];

const allowedFrom = {
  /** Found fit in a review: goes on to its payment. */
  release: ["HELD"],
  hold: ["PENDING"],
  /** Paid, free, or taken on trust. */
  accept: ["PENDING"],
  cancel: ["PENDING", "HELD"],
  markFraud: ["PENDING", "HELD"],
} satisfies Record<string, readonly OrderStatus[]>;

export type OrderAction = keyof typeof allowedFrom;

/** Whether an order in this state can be treated so: read by the operation that obeys and the button that explains. */
export function canOrder(action: OrderAction, status: OrderStatus): boolean {
  return (allowedFrom[action] as readonly OrderStatus[]).includes(status);
}
