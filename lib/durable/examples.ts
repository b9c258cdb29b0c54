import type { z } from "zod";
import type { FunctionView, QueueView, RunDetails, RunView } from "@/lib/durable/schema";

/** The runs that the API reference shows. */
export const exampleRun: z.input<typeof RunView> = {
  id: "01932f3a-7c00-7000-8000-000000000401",
  functionId: "panel1-clients-send-welcome",
  functionName: "Send a welcome",
  eventName: "clients/client.created",
  state: "failed",
  isCancelling: false,
  isOfInstallation: false,
  subject: "01932f3a-7c00-7000-8000-000000000001",
  retries: 0,
  repeatsId: null,
  error: "The mail server refused the message",
  createdAt: "2026-04-01T09:00:00.000Z",
  startedAt: "2026-04-01T09:00:00.020Z",
  endedAt: "2026-04-01T09:02:31.500Z",
};

const failure = { name: "Error", message: "The mail server refused the message" };

const attempt = {
  number: 1,
  state: "failed" as const,
  dueAt: "2026-04-01T09:02:31.000Z",
  startedAt: "2026-04-01T09:02:31.000Z",
  endedAt: "2026-04-01T09:02:31.400Z",
  error: failure,
};

export const exampleRunDetails: z.input<typeof RunDetails> = {
  ...exampleRun,
  event: {
    id: "01932f3a-7c00-7000-8000-000000000402",
    receivedAt: "2026-04-01T09:00:00.000Z",
    payload: { name: "clients/client.created", data: { clientId: "01932f3a-7c00-7000-8000-000000000001" } },
  },
  parentRunId: null,
  repeatedById: null,
  mostAttempts: 4,
  isFunctionGone: false,
  output: null,
  errorDetails: failure,
  steps: [
    {
      id: "5f0ee5b7d8c8e0b2b5b0e6b4b3a4e7f9a1c2d3e4",
      name: "Send the message",
      kind: "run",
      state: "failed",
      startedAt: "2026-04-01T09:02:31.000Z",
      endedAt: "2026-04-01T09:02:31.400Z",
      dueAt: null,
      awaitedEvent: null,
      invokedRunId: null,
      input: null,
      output: null,
      error: failure,
      attempts: [attempt],
    },
  ],
  attempts: [],
  asOf: "2026-04-01T09:05:00.000Z",
};

export const exampleFunction: z.input<typeof FunctionView> = {
  id: "panel1-core-housekeeping",
  name: "Housekeeping",
  isGone: false,
  events: [],
  schedules: [{ cron: "17 * * * *", timeZone: null, nextAt: "2026-04-01T09:17:00.000Z" }],
  open: 0,
  failed: 0,
  recent: 24,
  lastAt: "2026-04-01T08:17:00.000Z",
};

export const exampleQueue: z.input<typeof QueueView> = {
  place: "local",
  dashboardUrl: null,
  queued: 2,
  running: 1,
  waiting: 3,
  sleeping: 12,
  failed: 1,
  oldestDueAt: "2026-04-01T08:59:58.000Z",
  asOf: "2026-04-01T09:00:00.000Z",
};
