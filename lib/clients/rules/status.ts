import type { clientStatuses } from "@/lib/clients/schema";

export type ClientStatus = (typeof clientStatuses)[number];

/** Which status allows which change. Read by the operation that obeys and by the button that explains. */
const allowedFrom = {
  update: ["ACTIVE"],
  archive: ["ACTIVE"],
  restore: ["ARCHIVED"],
  // Notes and files are about the client, not of it: they may still be added to an archived one.
  annotate: ["ACTIVE", "ARCHIVED"],
  merge: ["ACTIVE", "ARCHIVED"],
  erase: ["ACTIVE", "ARCHIVED"],
} satisfies Record<string, readonly ClientStatus[]>;

export type ClientAction = keyof typeof allowedFrom;

export function canClient(action: ClientAction, status: ClientStatus): boolean {
  return (allowedFrom[action] as readonly ClientStatus[]).includes(status);
}
