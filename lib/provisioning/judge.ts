import type { ModuleErrorKind, ModuleResult } from "@/lib/provisioning/contract";
import type { ActionStatus } from "@/lib/provisioning/rules/status";

/** How often a call is tried, and how often a slow other side is asked, before staff decide. */
export const limits = { tries: 6, polls: 150 } as const;

export type Verdict =
  | { readonly way: "on" }
  /** The same step again, after a pause. */
  | {
      readonly way: "again";
      readonly status: ActionStatus;
      readonly afterMs: number;
      readonly why: Why | null;
    }
  /** A person has to do something; the action goes on when they said so. */
  | { readonly way: "ask"; readonly reason: string }
  | { readonly way: "fail"; readonly why: Why };

export type Why = { readonly kind: FailureKind; readonly detail: string };
export type FailureKind = ModuleErrorKind | "gave_up" | "blocked" | "customer";

/**
 * What follows from a module's answer at its `attempt`th try of a step, counted from 1. Only what certainly was not done, or is read
 * back before it is repeated, is tried again by itself; all else is for people.
 */
export function judge(result: ModuleResult<unknown>, attempt: number): Verdict {
  switch (result.state) {
    case "succeeded":
      return { way: "on" };
    case "pending":
      if (attempt >= limits.polls) return { way: "fail", why: gaveUp("It is still being worked on.") };
      return { way: "again", status: "WAITING", afterMs: slower(result.pollAfterMs, attempt), why: null };
    case "blocked": {
      const why = { kind: "blocked", detail: result.by } as const;
      if (attempt >= limits.polls) return { way: "fail", why };
      return { way: "again", status: "WAITING", afterMs: slower(30_000, attempt), why };
    }
    case "action_required":
      if (result.actor === "operator") return { way: "ask", reason: result.reason };
      return { way: "fail", why: { kind: "customer", detail: result.reason } };
    case "failed":
      return judgeError(result.error, attempt);
  }
}

function judgeError(
  error: { kind: ModuleErrorKind; detail: string; retryAfterMs?: number },
  attempt: number,
): Verdict {
  const { kind, detail } = error;
  const isRepeatable = kind === "retryable" || kind === "ambiguous";
  if (!isRepeatable) return { way: "fail", why: { kind, detail } };
  if (attempt >= limits.tries)
    return { way: "fail", why: { kind: kind === "ambiguous" ? kind : "gave_up", detail } };

  const status = kind === "ambiguous" ? "UNKNOWN" : "WAITING";
  return {
    way: "again",
    status,
    afterMs: slower(error.retryAfterMs ?? 5_000, attempt),
    why: { kind, detail },
  };
}

function gaveUp(detail: string): Why {
  return { kind: "gave_up", detail };
}

const mostMs = 15 * 60_000;

/** Longer from try to try, up to a quarter of an hour. */
function slower(firstMs: number, attempt: number): number {
  return Math.min(mostMs, Math.round(firstMs * 1.5 ** (attempt - 1)));
}
