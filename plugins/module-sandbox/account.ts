import { z } from "zod";
import type { ModuleCall, Observed } from "@/lib/provisioning/contract";
import type { SandboxSettings } from "./settings";

const accountSchema = z.object({
  userName: z.string(),
  /** Of the deed that made it: who comes with the same key means this account. */
  opId: z.string(),
  isSuspended: z.boolean(),
  readyAt: z.iso.datetime(),
  server: z.string(),
  quotaMegabytes: z.number(),
  passwords: z.number().int(),
});
export type SandboxAccount = z.output<typeof accountSchema>;

type Call = ModuleCall<SandboxSettings>;

/** The account of a user name; undefined where there is none. An entry that is no account is a defect. */
export async function readAccount({ store }: Call, userName: string): Promise<SandboxAccount | undefined> {
  const kept = await store.get(accountKey(userName));
  return kept === undefined ? undefined : accountSchema.parse(kept);
}

export function writeAccount({ store }: Call, account: SandboxAccount): Promise<void> {
  return store.put(accountKey(account.userName), account);
}

export function accountKey(userName: string): string {
  return `account:${userName}`;
}

export function observe(account: SandboxAccount | undefined, now: Date): Observed {
  if (account === undefined) return { state: "absent" };
  const { userName, server, isSuspended, readyAt } = account;
  const isReady = new Date(readyAt) <= now;
  return {
    state: isReady ? (isSuspended ? "suspended" : "active") : "creating",
    remoteId: `sandbox-${userName}`,
    userName,
    access: { userName, server, url: `https://${server}/` },
  };
}
