import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { event } from "@/lib/core/operation/event";

const account = z.object({ accountId: idSchema });

export const accountCreated = event("ledger/account.created", account, (p) => p.accountId);
export const accountUpdated = event("ledger/account.updated", account, (p) => p.accountId);
export const entryPosted = event("ledger/entry.posted", z.object({ entryId: idSchema }), (p) => p.entryId);
export const entryReversed = event(
  "ledger/entry.reversed",
  z.object({ entryId: idSchema, reversalId: idSchema }),
  (p) => p.entryId,
);
