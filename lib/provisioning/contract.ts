import type { z } from "zod";

/**
 * What a provisioning module is asked to do, and what it may answer. A module speaks the protocol of one panel, cloud or server; it
 * writes to no table and knows no tenant. It never throws for what the other side does: every end of a call is a result.
 */

/** A small shelf for what a module must remember. Entries belong to one company and one module. */
export type ModuleStore = {
  get(key: string): Promise<unknown>;
  /** False, and nothing changed, when the key is taken: two that come at once cannot both have it. */
  add(key: string, value: unknown): Promise<boolean>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

/** What staff answered where a module asked for them. */
export type StaffAnswer = {
  readonly outcome: "done" | "failed";
  readonly access: Access;
  readonly note: string | null;
};

/** What every call carries. */
export type ModuleCall<Settings = unknown> = {
  /** Key of the deed: the same on each attempt, another for the next deed. Handed on wherever the other side takes one. */
  readonly opId: string;
  /** From 1 on. */
  readonly attempt: number;
  readonly settings: Settings;
  readonly store: ModuleStore;
  readonly now: Date;
  /** What staff said to an earlier `action_required` of this deed. */
  readonly answer: StaffAnswer | null;
};

/** Which account is meant. `remoteId` is the module's own name for it, as far as it is known. */
export type AccountReference = { readonly userName: string; readonly remoteId: string | null };

export type AccountSpec = AccountReference & {
  readonly password: string;
  readonly hostName: string | null;
  readonly label: string;
  readonly contactEmail: string;
};

/** What the client is told, nothing secret. Keys that pages know: userName, server, url, ipAddress, hostName. */
export type Access = Readonly<Record<string, string>>;

/** What is there, as the other side says. */
export type Observed =
  | { readonly state: "absent" }
  | {
      readonly state: "creating" | "active" | "suspended";
      readonly remoteId: string;
      readonly userName: string;
      readonly access: Access;
    };

/**
 * What went wrong, and so what the caller does:
 * - `retryable`: never executed, or safe to repeat. Again, later.
 * - `ambiguous`: executed or not, nobody knows. Reads back before any repeat.
 * - `conflict`: the name is taken, or it stands like that already. Reads back.
 * - `permanent`: it will never work as asked.
 * - `auth`, `insufficient_funds`: nothing works until an operator puts the connection right.
 * - `needs_operator`: everything unknown. An answer that is not understood is this, never a default.
 */
export const moduleErrorKinds = [
  "retryable",
  "ambiguous",
  "conflict",
  "permanent",
  "auth",
  "insufficient_funds",
  "needs_operator",
] as const;
export type ModuleErrorKind = (typeof moduleErrorKinds)[number];

export type ModuleError = {
  readonly kind: ModuleErrorKind;
  /** For staff; without secrets. */
  readonly detail: string;
  readonly retryAfterMs?: number;
};

export type ModuleResult<Data> =
  | { readonly state: "succeeded"; readonly data: Data }
  /** The other side works on it: look again after so long. */
  | { readonly state: "pending"; readonly pollAfterMs: number }
  | { readonly state: "action_required"; readonly reason: string; readonly actor: "customer" | "operator" }
  | { readonly state: "blocked"; readonly by: string }
  | { readonly state: "failed"; readonly error: ModuleError };

/** What a module can do beside creating, suspending, resuming and terminating. */
export type ModuleCapabilities = {
  readonly changesPlan: boolean;
  readonly changesPassword: boolean;
  readonly signsOn: boolean;
  readonly tellsUsage: boolean;
};

export type ModuleHealth = {
  readonly latencyMs: number;
  readonly account: string | null;
  readonly warnings: string[];
};

export type ModuleManifest = {
  readonly id: string;
  readonly version: string;
  readonly capabilities: ModuleCapabilities;
  /** Names of settings that are kept encrypted. */
  readonly secretSettings: readonly string[];
};

/**
 * A module. Every deed may be asked for again under the same `opId`, and then does nothing new; suspending what is suspended
 * succeeds. Methods that a capability announces are there exactly when it is announced.
 */
export type ProvisioningModule<Settings extends z.ZodType = z.ZodType> = {
  readonly manifest: ModuleManifest;
  /** Product settings, plan settings and chosen options, merged: what is not the module's own is ignored. */
  readonly settings: Settings;
  /** Reads only. */
  health(call: ModuleCall<z.output<Settings>>): Promise<ModuleResult<ModuleHealth>>;
  /** Reads only. */
  inspect(call: ModuleCall<z.output<Settings>>, account: AccountReference): Promise<ModuleResult<Observed>>;
  create(call: ModuleCall<z.output<Settings>>, spec: AccountSpec): Promise<ModuleResult<Observed>>;
  suspend(
    call: ModuleCall<z.output<Settings>>,
    account: AccountReference,
    reason: string,
  ): Promise<ModuleResult<null>>;
  unsuspend(call: ModuleCall<z.output<Settings>>, account: AccountReference): Promise<ModuleResult<null>>;
  terminate(call: ModuleCall<z.output<Settings>>, account: AccountReference): Promise<ModuleResult<null>>;
  /** Brings the account to what the call's settings say. */
  changePlan?(call: ModuleCall<z.output<Settings>>, account: AccountReference): Promise<ModuleResult<null>>;
  changePassword?(
    call: ModuleCall<z.output<Settings>>,
    account: AccountReference,
    password: string,
  ): Promise<ModuleResult<null>>;
  /** A link that signs the client in once, at once. */
  signOn?(
    call: ModuleCall<z.output<Settings>>,
    account: AccountReference,
  ): Promise<ModuleResult<{ readonly url: string; readonly expiresAt: string }>>;
  usage?(
    call: ModuleCall<z.output<Settings>>,
    account: AccountReference,
  ): Promise<ModuleResult<Readonly<Record<string, number>>>>;
};

export function succeeded<Data>(data: Data): ModuleResult<Data> {
  return { state: "succeeded", data };
}

export function failed(kind: ModuleErrorKind, detail: string, retryAfterMs?: number): ModuleResult<never> {
  return { state: "failed", error: { kind, detail, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
}
