import type { attemptStates, stepKinds, stepStates } from "@/lib/durable/schema";

/** An attempt and a step as time lines show them. */
export type AttemptLine = {
  number: number;
  state: (typeof attemptStates)[number];
  dueAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  error: unknown;
};

export type StepLine = {
  id: string;
  name: string;
  kind: (typeof stepKinds)[number];
  state: (typeof stepStates)[number];
  startedAt: Date;
  endedAt: Date | null;
  dueAt: Date | null;
  awaitedEvent: string | null;
  invokedRunId: string | null;
  input: unknown;
  output: unknown;
  error: unknown;
  attempts: AttemptLine[];
};

/** The message of an error, as the server keeps errors. */
export function errorMessage(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { message } = error as { message?: unknown };
  return typeof message === "string" && message !== "" ? message : undefined;
}
